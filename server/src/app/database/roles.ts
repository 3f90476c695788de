import type { Client } from 'pg'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { workRoles } from './actor.ts'

export interface RolesMissing extends Refusal {
  readonly code: 'database.roles-missing'
}

/** What PostgreSQL answers who may not do what they asked. */
export const insufficientPrivilege = '42501'

/**
 * Makes the roles that do the work, where they are missing, and lets the owner act as them. Roles belong to the whole
 * server, not to one database, so they are no migration. With `login` each connects by itself, and no statement it
 * sends can make it the owner; otherwise connections of the owner take the role when they open.
 */
export async function ensureRoles(
  owner: Client,
  { login }: { readonly login: boolean },
): Promise<Result<void, RolesMissing>> {
  try {
    for (const role of workRoles) {
      await owner.query(`do $$ begin
        if not exists (select from pg_roles where rolname = '${role}') then
          create role ${role} ${login ? 'login' : 'nologin'};
        end if;
      exception when duplicate_object or unique_violation then null; -- made for another database just now
      end $$`)
      // From 16 on, who makes a role may grant it, and must, before acting as it.
      await owner.query(`do $$ begin
        if not pg_has_role(current_user, '${role}',
          case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end
        ) then execute format('grant ${role} to %I', current_user);
        end if;
      end $$`)
    }
    return accepted(undefined)
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error
    const statements = workRoles.map(
      (role) => `create role ${role}; grant ${role} to ${owner.user};`,
    )
    return refused({
      code: 'database.roles-missing',
      sentence: `The user ${owner.user} of DATABASE_URL may not make the roles that Entente works under.`,
      fix: `As an administrator of that server run: ${statements.join(' ')}`,
    })
  }
}

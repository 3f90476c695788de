import { type Agreement } from '@entente/domain/agreement/agreement.ts'
/**
 * The standard template as two sides would sign it: named, staffed, scoped, dated, with three years of holidays. Each
 * number gives other parties, people and scope, so that no print finds another one's pages ready.
 */
export declare function standardAgreement(number: number): Agreement

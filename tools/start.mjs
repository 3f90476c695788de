// `npm start`: installs what is missing, builds the web when it has changed, and serves it.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, node, root } from './installed.mjs'

ensureInstalled()

const env = { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}` }
const build = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit', env })
if (build.status !== 0) process.exit(build.status ?? 1)

const server = spawn(node, [join(root, 'server/src/app/main.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env,
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))

// `npm test`: installs what is missing, then passes everything: the checks, the build of the web and every test, the
// real browser included. Closes with one line, `N passed, N failed`, and with what was skipped and why.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runChecks } from './check.mjs'
import { ensureInstalled, node, root } from './installed.mjs'

ensureInstalled()

const steps = runChecks()
steps.push(['build of the web', run(['run', '--silent', 'build'], 'npm') === 0])

const report = join(root, '.cache/test-report.json')
mkdirSync(join(root, '.cache'), { recursive: true })
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const status = run(
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  node,
)
const tests = JSON.parse(readFileSync(report, 'utf8'))
steps.push(['every test file ran', status === 0 || tests.numFailedTests > 0])

const passed = tests.numPassedTests + steps.filter(([, ok]) => ok).length
const failed = tests.numFailedTests + steps.filter(([, ok]) => !ok).length
const skipped = tests.numPendingTests + tests.numTodoTests

for (const [name, ok] of steps) if (!ok) console.log(`FAILED ${name}`)
for (const name of skippedTests(tests)) console.log(`skipped: ${name}`)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

function run(args, command) {
  return spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}` },
  }).status
}

function skippedTests({ testResults }) {
  return testResults.flatMap((file) =>
    file.assertionResults
      .filter(
        (one) => one.status === 'pending' || one.status === 'skipped' || one.status === 'todo',
      )
      .map((one) => one.fullName),
  )
}

// A server that is nothing but a supervisor, as a process of its own that tests may kill.
//
//     node run-supervisor.ts <data folder> <folder for copies of the binaries>
//
// Writes a line of JSON for each thing that happens: {"line": …} for a report, {"ready": …} or {"refused": …}.
import { startSupervisor } from '../supervisor/supervisor.ts'

const [dataFolder = '', binaryCopies = ''] = process.argv.slice(2)
const say = (thing: object): boolean => process.stdout.write(`${JSON.stringify(thing)}\n`)

const supervisor = await startSupervisor({
  dataFolder,
  binaryCopies,
  report: (line) => say({ line }),
})
if (supervisor.ok) {
  const { socketFolder, pid, stop } = supervisor.value
  // The database alone does not keep a process alive.
  const alive = setInterval(() => {}, 1_000)
  process.once('SIGTERM', () => {
    clearInterval(alive)
    void stop()
  })
  say({ ready: { socketFolder, pid: pid() } })
} else {
  say({ refused: supervisor.refusal })
}

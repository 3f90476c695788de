import { parentPort, workerData } from 'node:worker_threads'
import { isDocumentRefusalCode } from './document-refusal.ts'
import type { GuardedAnswer, GuardedTask } from './read-guarded.ts'

/** The other end of `readGuarded`: one document, one answer. */
async function answer(task: GuardedTask): Promise<GuardedAnswer> {
  try {
    if (task.format === 'pdf') {
      const { readPdf } = await import('./read-pdf.ts')
      return await readPdf(task.bytes)
    }
    const { readDocx } = await import('./read-docx.ts')
    return await readDocx(task.bytes)
  } catch (error) {
    // Parsers throw whatever a damaged file makes them throw.
    const code = error instanceof Error ? error.message : ''
    return { ok: false, code: isDocumentRefusalCode(code) ? code : 'document.damaged' }
  }
}

// A port between threads has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(await answer(workerData as GuardedTask))

import type { SourceDocument } from '@entente/domain/agreement/recognition/source-document.ts'
import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import { Worker } from 'node:worker_threads'
import { documentRefusal, type DocumentRefusalCode } from './document-refusal.ts'
import type { FileRefusal } from './file-refusal.ts'

/** What the worker is given and what it says. */
export interface GuardedTask {
  readonly format: 'word' | 'pdf'
  readonly bytes: Uint8Array
}

export type GuardedAnswer =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly code: DocumentRefusalCode }

const mostMilliseconds = 30_000
const mostMegabytes = 768

/**
 * Reads a document in a worker that is ended after thirty seconds or at its limit of memory. Whatever the file does
 * to its parser, this process goes on and gives a refusal.
 */
export async function readGuarded(
  format: GuardedTask['format'],
  bytes: Uint8Array,
  file: string,
  milliseconds: number = mostMilliseconds,
): Promise<Result<SourceDocument, FileRefusal>> {
  const answer = await answerOf({ format, bytes }, milliseconds)
  return answer.ok ? accepted(answer.document) : refused(documentRefusal(answer.code, file))
}

function answerOf(task: GuardedTask, milliseconds: number): Promise<GuardedAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./document-worker.ts', import.meta.url), {
      workerData: task,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
      stdout: true,
      stderr: true,
    })
    const settle = (answer: GuardedAnswer) => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const timer = setTimeout(() => settle({ ok: false, code: 'document.too-slow' }), milliseconds)
    worker.once('message', (answer: GuardedAnswer) => settle(answer))
    worker.once('error', (error: NodeJS.ErrnoException) =>
      settle({
        ok: false,
        code: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'document.bomb' : 'document.damaged',
      }),
    )
    worker.once('exit', () => settle({ ok: false, code: 'document.damaged' }))
  })
}

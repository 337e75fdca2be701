/** Prepares prints in a worker where there is one that starts, else right here. Whoever opens a printer closes it. */
import type { Result } from '../model/result.ts'
import { err, ok } from '../model/result.ts'
import { loadFaces } from './faceFiles.ts'
import type { FaceBytes, PageProgress, Prepared, PrintJob, WorkerReport } from './preparePrint.ts'

/** unloaded: a part could not be fetched, most likely no network; broken: our own mistake. */
export type PrintError = { type: 'unloaded'; cause: unknown } | { type: 'broken'; cause: unknown }
export type PrintResult = Result<Prepared, PrintError>

export type PrintRequest = Omit<PrintJob, 'faces'>
export type Printer = {
  /** One at a time: wait for the answer before the next. */
  prepare(request: PrintRequest, onProgress: (at: PageProgress) => void): Promise<PrintResult>
  close(): void
}

export function openPrinter(): Printer {
  let faces: FaceBytes | null = null
  /** undefined: not tried yet; null: none here. */
  let worker: Worker | null | undefined
  let isClosed = false
  return {
    async prepare(request, onProgress) {
      try {
        faces ??= await loadFaces()
      } catch (cause) {
        return err({ type: 'unloaded', cause })
      }
      if (worker === undefined) worker = await startWorker()
      if (isClosed) worker?.terminate()
      const job = { ...request, faces }
      if (worker) return prepareIn(worker, job, onProgress)
      const result = await prepareHere(job, onProgress)
      // The worker's file may have been missing for the same reason: try it again next time.
      if (!result.ok && result.error.type === 'unloaded') worker = undefined
      return result
    },
    close() {
      isClosed = true
      worker?.terminate()
    },
  }
}

/** Null where workers, or workers made of modules, are missing; and where its file could not be fetched. */
function startWorker(): Promise<Worker | null> {
  return new Promise((resolve) => {
    try {
      // Vite bundles the worker only where it sees both calls in one expression.
      const worker = new Worker(new URL('./print.worker.ts', import.meta.url), { type: 'module' })
      worker.onmessage = () => resolve(worker)
      worker.onerror = (event) => {
        event.preventDefault()
        worker.terminate()
        resolve(null)
      }
    } catch {
      // a browser that knows no such workers throws at once
      resolve(null)
    }
  })
}

function prepareIn(
  worker: Worker,
  job: PrintJob,
  onProgress: (at: PageProgress) => void,
): Promise<PrintResult> {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerReport>) => {
      if (data.type === 'progress') onProgress(data)
      if (data.type === 'prepared') resolve(ok(data.prepared))
      if (data.type === 'broken') resolve(err({ type: 'broken', cause: data.message }))
    }
    worker.onerror = (event) => resolve(err({ type: 'broken', cause: event.message }))
    worker.postMessage(job)
  })
}

async function prepareHere(
  job: PrintJob,
  onProgress: (at: PageProgress) => void,
): Promise<PrintResult> {
  const part = await import('./preparePrint.ts').catch((cause: unknown) => ({ cause }))
  if ('cause' in part) return err({ type: 'unloaded', cause: part.cause })
  try {
    return ok(part.preparePrint(job, onProgress))
  } catch (cause) {
    return err({ type: 'broken', cause })
  }
}

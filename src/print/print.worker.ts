/** Prepares prints off the main thread, one job after the other. */
import type { PrintJob, WorkerReport } from './preparePrint.ts'
import { preparePrint } from './preparePrint.ts'

const scope = self as unknown as DedicatedWorkerGlobalScope

const send = (message: WorkerReport, transfer: Transferable[] = []) =>
  scope.postMessage(message, transfer)

scope.onmessage = ({ data }: MessageEvent<PrintJob>) => {
  try {
    const prepared = preparePrint(data, (at) => send({ type: 'progress', ...at }))
    send({ type: 'prepared', prepared }, [prepared.pdf.buffer])
  } catch (cause) {
    send({ type: 'broken', message: cause instanceof Error ? cause.message : String(cause) })
  }
}
send({ type: 'started' })

/** Prepares prints off the main thread, one job after the other. */
import { preparePrint } from './preparePrint.ts'
import type { ToPrinter, ToWorker } from './printer.ts'

const scope = self as unknown as DedicatedWorkerGlobalScope

const send = (message: ToPrinter, transfer: Transferable[] = []) =>
  scope.postMessage(message, transfer)

scope.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  try {
    const prepared = preparePrint(data, (at) => send({ type: 'progress', ...at }))
    send({ type: 'prepared', prepared }, [prepared.pdf.buffer])
  } catch (cause) {
    send({ type: 'broken', message: cause instanceof Error ? cause.message : String(cause) })
  }
}
send({ type: 'started' })

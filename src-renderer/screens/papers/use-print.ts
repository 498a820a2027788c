import { useApiCommand } from '../../api.ts'
import { printFile } from '../../transport.ts'
import type { Stock } from './LabelStock.tsx'

/** Draws and logs, then hands the pages to the printer. True when the host took it. */
export function usePrint() {
  const { run, running, refusal, clear } = useApiCommand('papers', 'print')
  const print = async (ids: number[], options: Stock, reason: string): Promise<boolean> => {
    const printed = await run({ ids, options, reason })
    if (printed === null) return false
    await printFile(printed.fileId)
    return true
  }
  return { print, running, refusal, clear }
}

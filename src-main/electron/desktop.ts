import { BrowserWindow, ipcMain } from 'electron'
import { z } from 'zod'
import { isOurPage } from './ipc.ts'
import { lockNavigation, safePage } from './window.ts'

const micrometres = z.number().int().min(353).max(2_000_000)
/** `deviceName` prints without a dialog on that printer; sizes in µm keep labels at their true size. */
const printOptions = z.object({
  deviceName: z.string().min(1).max(300),
  copies: z.number().int().min(1).max(99).default(1),
  /** rolls and tractors feed a sheet as it is, even where it is wider than long */
  asFed: z.boolean().default(false),
  pageSize: z.union([z.literal(['A4', 'A5']), z.object({ width: micrometres, height: micrometres })]).default('A4'),
})
/** A sheet that lies on its side is an upright one printed across. */
function upright({ asFed, ...asked }: z.output<typeof printOptions>) {
  const { pageSize } = asked
  if (asFed || typeof pageSize === 'string' || pageSize.width <= pageSize.height) return { ...asked, landscape: false }
  return { ...asked, landscape: true, pageSize: { width: pageSize.height, height: pageSize.width } }
}

const fileId = z.string().regex(/^[\w-]{1,100}$/)

/** Printer trouble in the words of the system; asking and then cancelling is no trouble. */
function printPage(window: BrowserWindow, options: Electron.WebContentsPrintOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print(options, (success, reason) => {
      if (success || /cancel/i.test(reason)) resolve()
      else reject(new Error(reason))
    })
  })
}

/** Loads the PDF in a window of its own, which the person sees only as the print dialog. */
async function printFile(parent: BrowserWindow, address: string, options: Electron.WebContentsPrintOptions): Promise<void> {
  const window = new BrowserWindow({ show: false, parent, webPreferences: { ...safePage, plugins: true } })
  lockNavigation(window)
  try {
    await window.loadURL(address)
    await printPage(window, options)
  } finally {
    window.destroy()
  }
}

/** What only the desktop can do: the system's printers. Not part of the contract, because a browser seat has them not. */
export function offerDesktop(window: BrowserWindow, fileAddress: (id: string) => string): () => void {
  ipcMain.handle('desktop:print', async (event, id: unknown, given: unknown) => {
    if (!isOurPage(event, window)) throw new Error('refused')
    const asked = printOptions.optional().parse(given ?? undefined)
    const options =
      asked === undefined
        ? { silent: false }
        : { silent: true, margins: { marginType: 'none' as const }, scaleFactor: 100, ...upright(asked) }
    await printFile(window, fileAddress(fileId.parse(id)), options)
  })
  ipcMain.handle('desktop:printers', async (event) => {
    if (!isOurPage(event, window)) throw new Error('refused')
    const printers = await window.webContents.getPrintersAsync()
    return printers.map(({ name, displayName }) => ({ name, displayName }))
  })
  return () => {
    ipcMain.removeHandler('desktop:print')
    ipcMain.removeHandler('desktop:printers')
  }
}

import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import type { Call, Changed, Reply } from '#contract/wire'
import { isOurAddress } from './addresses.ts'

const callShape = z.object({ callId: z.string().min(1).max(80), name: z.string().max(120), input: z.unknown() })

const refused: Reply = { ok: false, error: { code: 'forbidden', sentence: { key: 'common.forbidden', params: {} }, problems: [] } }

/** Only the main frame of our own window, showing our own page, may speak; a frame inside it or another page may not. */
export function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  return frame !== null && !window.isDestroyed() && frame === window.webContents.mainFrame && isOurAddress(frame.url)
}

/** Transport 1: calls of the page go to the router, changes go back. Returns what ends it. */
export function carryCalls(
  window: BrowserWindow,
  route: (call: Call) => Promise<Reply>,
  onChanged: (listener: (topics: readonly string[]) => void) => () => void,
): () => void {
  ipcMain.handle('host:call', async (event, given: unknown): Promise<Reply> => {
    const call = callShape.safeParse(given)
    return call.success && isOurPage(event, window) ? route(call.data) : refused
  })
  const stop = onChanged((topics) => {
    const changed: Changed = { topics }
    if (!window.isDestroyed()) window.webContents.send('host:changed', changed)
  })
  return () => {
    stop()
    ipcMain.removeHandler('host:call')
  }
}

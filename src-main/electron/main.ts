import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import { AppError } from '#domain/errors'
import type { Host } from '#host/create-host'
import { serveHttp } from '#host/http'
import { followSecondSeat } from '#host/second-seat'
import { openStationHost } from '#host/station-host'
import { fileAddress } from './addresses.ts'
import { offerDesktop } from './desktop.ts'
import { carryCalls } from './ipc.ts'
import { registerScheme, serveApp } from './protocol.ts'
import { lockSession, openMainWindow } from './window.ts'

/** `--data=DIR`, otherwise the folder build/start.mjs and the command line use too. */
function dataFolder(): string {
  const named = app.commandLine.getSwitchValue('data')
  if (named !== '') return resolve(named)
  if (process.platform === 'linux') return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), '三包站')
  return join(app.getPath('appData'), '三包站')
}

/** What the page itself cannot tell: the program is broken. A station that cannot be opened has a page of its own. */
function stopWith(error: unknown): void {
  const sentence = error instanceof AppError ? error.message : `程序无法启动：${error instanceof Error ? error.message : String(error)}`
  dialog.showErrorBox('三包站', sentence)
  app.exit(1)
}

const built = join(import.meta.dirname, '..')
const rendererDir = join(built, 'renderer')

async function open(folder: string): Promise<BrowserWindow> {
  const host = await openStationHost({ dbFile: join(folder, 'station.sqlite'), createIfMissing: true })
  host.keepTime()
  closeBeforeQuitting(
    host,
    followSecondSeat(host, () => serveHttp(host, { rendererDir })),
  )
  return openWindowOn(host)
}

function openWindowOn(host: Host): BrowserWindow {
  const window = openMainWindow(join(built, 'preload', 'preload.cjs'), (session) => {
    lockSession(session)
    serveApp(session, rendererDir, host)
  })
  const seat = { id: 'desk', kind: 'desk' as const, userId: null }
  host.seats.add(seat)
  const stops = [carryCalls(window, (call) => host.route(call, seat), host.changes.subscribe), offerDesktop(window, fileAddress)]
  window.once('closed', () => stops.forEach((stop) => stop()))
  return window
}

/** Quitting waits until browsers are out and the database is closed; a second request while closing changes nothing. */
function closeBeforeQuitting(host: Host, letNobodyIn: () => Promise<void>): void {
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    letNobodyIn()
      .then(() => host.close())
      .catch((error: unknown) => host.logger.error('close', error))
      .finally(() => app.quit())
  })
}

function start(): void {
  const folder = dataFolder()
  // Chromium's own files stay with the station's data, so that two folders are two independent programs.
  app.setPath('userData', join(folder, 'desktop'))
  if (!app.requestSingleInstanceLock()) return app.quit()
  registerScheme()
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(() => open(folder))
    .then((window) => {
      app.on('second-instance', () => {
        if (window.isMinimized()) window.restore()
        window.focus()
      })
    })
    .catch(stopWith)
}

start()

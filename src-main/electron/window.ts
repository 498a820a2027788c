import { BrowserWindow, shell, type Session } from 'electron'
import { isOurAddress, startAddress } from './addresses.ts'

/** Everything a page may ask the system for: putting copied cells on the clipboard, and the camera for photos of an order. The rest is refused. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** The camera, never the microphone. */
function isCamera(permission: string, kinds: readonly (string | undefined)[]): boolean {
  return permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'video')
}

export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(allowedPermissions.has(permission) || isCamera(permission, 'mediaTypes' in details ? (details.mediaTypes ?? []) : [])),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, _origin, details) => allowedPermissions.has(permission) || isCamera(permission, [details.mediaType]),
  )
  // A saved file is shown where it lies; without a path set here Electron asks for one itself.
  session.on('will-download', (event, item) => {
    if (!isOurAddress(item.getURL()) && !item.getURL().startsWith('blob:app://')) return event.preventDefault()
    item.once('done', (_event, state) => {
      if (state === 'completed') shell.showItemInFolder(item.getSavePath())
    })
  })
}

/** A page may only stay in our own program: no other address, no second window, no embedded guest. */
export function lockNavigation(window: BrowserWindow): void {
  const stayInside = (event: Electron.Event<{ url: string }>) => {
    if (!isOurAddress(event.url)) event.preventDefault()
  }
  window.webContents.on('will-navigate', stayInside)
  window.webContents.on('will-redirect', stayInside)
  window.webContents.on('will-frame-navigate', stayInside)
  window.webContents.on('will-attach-webview', (event) => event.preventDefault())
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

export const safePage = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false } as const

/** `prepare` gets the window's session before anything is loaded into it. */
export function openMainWindow(preload: string, prepare: (session: Session) => void): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    title: '三包站',
    webPreferences: { ...safePage, preload },
  })
  prepare(window.webContents.session)
  lockNavigation(window)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(startAddress)
  return window
}

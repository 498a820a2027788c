import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Call, Changed, Reply } from '#contract/wire'

// All a page can do. It never sends a path; files are named by the ids the host gave out.
contextBridge.exposeInMainWorld('host', {
  platform: 'desktop',
  call: (call: Call): Promise<Reply> => ipcRenderer.invoke('host:call', call),
  onChanged: (listener: (changed: Changed) => void): (() => void) => {
    const heard = (_event: IpcRendererEvent, changed: Changed) => listener(changed)
    ipcRenderer.on('host:changed', heard)
    return () => ipcRenderer.off('host:changed', heard)
  },
  print: (fileId: string, options?: unknown): Promise<void> => ipcRenderer.invoke('desktop:print', fileId, options),
  printers: (): Promise<readonly { name: string; displayName: string }[]> => ipcRenderer.invoke('desktop:printers'),
})

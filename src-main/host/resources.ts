import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Folders of things that are not code. In the packaged program they lie under `resources/`, in a clone in the tree. */
export type Resources = { readonly migrations: string; readonly samples: string; readonly fonts: string }

export function resources(root = packagedRoot() ?? join(import.meta.dirname, '..', '..')): Resources {
  return { migrations: join(root, 'db', 'migrations'), samples: join(root, 'db', 'samples'), fonts: join(root, 'forms', 'fonts') }
}

function packagedRoot(): string | undefined {
  const root = 'resourcesPath' in process && typeof process.resourcesPath === 'string' ? process.resourcesPath : undefined
  return root && existsSync(join(root, 'db', 'migrations')) ? root : undefined
}

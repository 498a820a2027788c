import type { Page } from '@playwright/test'
import type { Api } from '#contract/index'
import type { Role } from '#domain/words'

export type OrderRow = Awaited<ReturnType<Api['workOrders']['list']>>['rows'][number]

export type Place = {
  readonly name: string
  /** the address behind `#` */
  readonly path: string
  /** what must be there before the picture is taken */
  readonly ready: string
  /** what is done first, e.g. a dialog opened */
  readonly act?: (page: Page) => Promise<void>
  /** whose screen it is; the chief's when not said */
  readonly role?: Role
  /** walked by the look test only: no picture of it in docs/screens */
  readonly isUnpictured?: true
}

/** What stands before the pages, at an address of its own. */
export type Gate = Omit<Place, 'path' | 'role'> & { readonly address: () => string }

import { lazy, type ComponentType } from 'react'
import { platform, untilReached } from './transport.ts'

/** A page: its path below the frame, and its screen, loaded when first opened. */
export type Page = { readonly path: string; readonly Screen: ComponentType }

const renewedAt = 'sanbao.renewedAt'

/** A page's file that cannot be had: the host is away, which is waited out, or the program was renewed under this open page, which is then opened anew, once. */
async function renewed(error: unknown): Promise<never> {
  if (platform === 'desktop') throw error
  await untilReached()
  if (Date.now() - Number(sessionStorage.getItem(renewedAt) ?? 0) < 10_000) throw error
  sessionStorage.setItem(renewedAt, String(Date.now()))
  window.location.reload()
  return new Promise(() => undefined)
}

const screen = <N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N) =>
  lazy(async () => ({ default: (await load().catch(renewed))[name] }))

const Home = screen(() => import('./screens/home/HomeScreen.tsx'), 'HomeScreen')
const WorkOrders = screen(() => import('./screens/work-orders/WorkOrdersScreen.tsx'), 'WorkOrdersScreen')
const WorkOrder = screen(() => import('./screens/work-orders/WorkOrderScreen.tsx'), 'WorkOrderScreen')
const Requests = screen(() => import('./screens/requests/RequestsScreen.tsx'), 'RequestsScreen')
const OldParts = screen(() => import('./screens/old-parts/OldPartsScreen.tsx'), 'OldPartsScreen')
const Claims = screen(() => import('./screens/claims/ClaimsScreen.tsx'), 'ClaimsScreen')
const Customers = screen(() => import('./screens/customers/CustomersScreen.tsx'), 'CustomersScreen')
const Customer = screen(() => import('./screens/customers/CustomerScreen.tsx'), 'CustomerScreen')
const Unit = screen(() => import('./screens/customers/UnitScreen.tsx'), 'UnitScreen')
const Papers = screen(() => import('./screens/papers/PapersScreen.tsx'), 'PapersScreen')
const Register = screen(() => import('./screens/papers/RegisterScreen.tsx'), 'RegisterScreen')
const Forms = screen(() => import('./screens/forms/FormsScreen.tsx'), 'FormsScreen')
const OneForm = screen(() => import('./screens/forms/FormScreen.tsx'), 'FormScreen')
const FormWords = screen(() => import('./screens/forms/FormWordsScreen.tsx'), 'FormWordsScreen')
const MakerSheet = screen(() => import('./screens/forms/sheet/MakerSheetScreen.tsx'), 'MakerSheetScreen')
const FillIn = screen(() => import('./screens/forms/FillScreen.tsx'), 'FillScreen')
const Import = screen(() => import('./screens/import/ImportScreen.tsx'), 'ImportScreen')
const Catalogue = screen(() => import('./screens/catalogue/CatalogueScreen.tsx'), 'CatalogueScreen')
const Settings = screen(() => import('./screens/settings/SettingsScreen.tsx'), 'SettingsScreen')

/** Pages inside the frame; `/sign-in` and `/welcome` stand before it (app.tsx). A screen reads its own parameters. */
export const pages: readonly Page[] = [
  { path: '/', Screen: Home },
  { path: '/work-orders', Screen: WorkOrders },
  { path: '/work-orders/new', Screen: WorkOrder },
  { path: '/work-orders/:id', Screen: WorkOrder },
  { path: '/requests', Screen: Requests },
  { path: '/requests/:id', Screen: Requests },
  { path: '/old-parts', Screen: OldParts },
  { path: '/manifests/:id', Screen: OldParts },
  { path: '/claims', Screen: Claims },
  { path: '/claims/:id', Screen: Claims },
  { path: '/batches/:id', Screen: Claims },
  { path: '/customers', Screen: Customers },
  { path: '/customers/:id', Screen: Customer },
  { path: '/units/:id', Screen: Unit },
  { path: '/papers', Screen: Papers },
  { path: '/papers/:id', Screen: Papers },
  { path: '/register', Screen: Register },
  { path: '/forms', Screen: Forms },
  { path: '/forms/:form', Screen: OneForm },
  { path: '/forms/:form/words', Screen: FormWords },
  { path: '/forms/A14/sheet', Screen: MakerSheet },
  { path: '/forms/:form/:id', Screen: FillIn },
  { path: '/import', Screen: Import },
  { path: '/catalogue', Screen: Catalogue },
  { path: '/settings', Screen: Settings },
]

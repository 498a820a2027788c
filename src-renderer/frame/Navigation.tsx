import {
  AccountBookOutlined,
  BookOutlined,
  FileTextOutlined,
  FormOutlined,
  HomeOutlined,
  InboxOutlined,
  SettingOutlined,
  TeamOutlined,
  ToolOutlined,
  TruckOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { useApiQuery } from '../api.ts'
import { useText } from '../messages/index.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { useNavigate } from 'react-router'
import { Mark } from './Mark.tsx'
import { useSession } from './session.ts'

type Item = {
  readonly to: string
  readonly key: 'home' | 'workOrders' | 'requests' | 'oldParts' | 'claims' | 'customers' | 'papers' | 'forms' | 'catalogue' | 'settings'
  readonly sign: ReactNode
  /** other addresses that belong to the page */
  readonly also?: readonly string[]
}

export const items: readonly Item[] = [
  { to: '/', key: 'home', sign: <HomeOutlined aria-hidden /> },
  { to: '/work-orders', key: 'workOrders', sign: <ToolOutlined aria-hidden /> },
  { to: '/requests', key: 'requests', sign: <TruckOutlined aria-hidden /> },
  { to: '/old-parts', key: 'oldParts', sign: <InboxOutlined aria-hidden />, also: ['/manifests'] },
  { to: '/claims', key: 'claims', sign: <AccountBookOutlined aria-hidden />, also: ['/batches'] },
  { to: '/customers', key: 'customers', sign: <TeamOutlined aria-hidden />, also: ['/units'] },
  { to: '/papers', key: 'papers', sign: <FileTextOutlined aria-hidden />, also: ['/register'] },
  { to: '/forms', key: 'forms', sign: <FormOutlined aria-hidden /> },
  { to: '/catalogue', key: 'catalogue', sign: <BookOutlined aria-hidden /> },
  { to: '/settings', key: 'settings', sign: <SettingOutlined aria-hidden />, also: ['/import'] },
]

/** Alt+1 … Alt+9, then Alt+0, go to the pages in order. */
export function pageKey(index: number): string {
  return `Alt+${(index + 1) % 10}`
}

function Key({ combo, to, label }: { readonly combo: string; readonly to: string; readonly label: string }) {
  const navigate = useNavigate()
  useHotkey(combo, () => void navigate(to), label)
  return null
}

export function Navigation() {
  const text = useText('frame')
  const { pathname } = useLocation()
  const { stationName, stationCode, demo } = useSession()
  const { data } = useApiQuery('home', 'summary', {})
  const badges: Partial<Record<Item['key'], number>> = data
    ? { workOrders: data.badges.workOrders, requests: data.badges.requests, oldParts: data.badges.oldParts, claims: data.badges.claims }
    : {}
  const late = (data?.badges.oldPartsLate ?? 0) > 0
  return (
    <nav className="frame-nav" aria-label={text('navigation')}>
      <Link to="/" className="frame-mark">
        <Mark />
        <span className="frame-mark-word">{text('product')}</span>
      </Link>
      {items.map(({ to, key, sign, also = [] }, index) => {
        const count = badges[key] ?? 0
        const here = to === '/' ? pathname === '/' : [to, ...also].some((start) => pathname.startsWith(start))
        return (
          <Link key={key} to={to} className="nav-item" aria-current={here ? 'page' : undefined}>
            {sign}
            {text(key)}
            {count > 0 && (
              <span className="nav-badge figures" data-late={key === 'oldParts' && late}>
                {count > 999 ? '999+' : count}
                {key === 'oldParts' && late && <span aria-label={text('overdueSign')}>!</span>}
              </span>
            )}
            <Key combo={pageKey(index)} to={to} label={text(key)} />
          </Link>
        )
      })}
      <span className="nav-gap" />
      <div className="nav-station" title={stationName}>
        <b>{stationName}</b>
        {stationCode} {demo && <span className="demo-mark">{text('demo')}</span>}
      </div>
    </nav>
  )
}

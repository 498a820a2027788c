import { SearchOutlined } from '@ant-design/icons'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { Outlet, useNavigate } from 'react-router'
import { useText } from '../messages/index.ts'
import { connectionNow, watchConnection } from '../transport.ts'
import { Elsewhere } from '../ui/elsewhere.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { TitlePlace } from '../ui/Page.tsx'
import { DiskTrouble } from './DiskTrouble.tsx'
import { FindDialog } from './FindDialog.tsx'
import { FootLine } from './FootLine.tsx'
import { KeySheet } from './KeySheet.tsx'
import { Navigation } from './Navigation.tsx'
import { useSeatName } from './seat-name.ts'
import { useMay } from './session.ts'
import { UserMenu } from './UserMenu.tsx'

/** Navigation left, one line on top, the page, one line below. */
export function Frame() {
  const text = useText('frame')
  const navigate = useNavigate()
  const [titlePlace, setTitlePlace] = useState<HTMLElement | null>(null)
  const [finding, setFinding] = useState(false)
  const [keys, setKeys] = useState(false)
  useSeatName()
  const connection = useSyncExternalStore(watchConnection, connectionNow)
  useHotkey('Ctrl+K', () => setFinding(true), text('find'))
  useHotkey('?', () => setKeys(true), text('keys'))
  useHotkey('Ctrl+N', () => void navigate('/work-orders/new'), text('newOrder'), useMay('openWorkOrder'))
  const elsewhere = useCallback((field: string) => {
    const [, maker, name] = /^manufacturer\.(\d+)\.(.+)$/.exec(field) ?? []
    if (maker === undefined || name === undefined) return false
    void navigate(`/catalogue?view=manufacturers&maker=${maker}&field=${encodeURIComponent(name)}`)
    return true
  }, [navigate])
  return (
    <div className="frame">
      <a className="skip-link" href="#content" onClick={(event) => { event.preventDefault(); document.getElementById('content')?.focus() }}>{text('skip')}</a>
      <Navigation />
      <header className="frame-top">
        <div className="frame-title" ref={setTitlePlace} />
        <button type="button" className="finder-button" onClick={() => setFinding(true)} aria-keyshortcuts="Control+K">
          <SearchOutlined aria-hidden /><span>{text('findHint')}</span><kbd className="key">Ctrl+K</kbd>
        </button>
        <UserMenu onKeys={() => setKeys(true)} />
      </header>
      <div className="frame-body" id="content" tabIndex={-1}>
        {connection === 'lost' && <div className="connection" role="alert">! {text('lost')}</div>}
        <DiskTrouble />
        <TitlePlace.Provider value={titlePlace}><Elsewhere.Provider value={elsewhere}><Outlet /></Elsewhere.Provider></TitlePlace.Provider>
      </div>
      <FootLine />
      <FindDialog open={finding} onClose={() => setFinding(false)} />
      <KeySheet open={keys} onClose={() => setKeys(false)} />
    </div>
  )
}

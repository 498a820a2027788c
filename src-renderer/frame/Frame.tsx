import { SearchOutlined } from '@ant-design/icons'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { Outlet, useNavigate } from 'react-router'
import { useText } from '../messages/index.ts'
import { useAppearance } from '../theme/appearance.ts'
import { connectionNow, watchConnection } from '../transport.ts'
import { Elsewhere } from '../ui/elsewhere.ts'
import { KeyPlaceContext, useHotkey } from '../ui/hotkeys.ts'
import { TitlePlace } from '../ui/Page.tsx'
import { DiskTrouble } from './DiskTrouble.tsx'
import { FindDialog } from './FindDialog.tsx'
import { FootLine } from './FootLine.tsx'
import { useNoteRecent } from './find/recent.ts'
import { HelpPanel } from './help/HelpPanel.tsx'
import { KeySheet } from './KeySheet.tsx'
import { KeyTips } from './KeyTips.tsx'
import { Navigation } from './Navigation.tsx'
import { PaperDialog } from './print/PaperDialog.tsx'
import { useSeatName } from './seat-name.ts'
import { useMay } from './session.ts'
import { UserMenu } from './UserMenu.tsx'

/** What stands over the page. */
type Over = 'finder' | 'keys' | 'help' | 'tips'

/** Navigation left, one line on top, the page, one line below. */
export function Frame() {
  const text = useText('frame')
  const navigate = useNavigate()
  const [titlePlace, setTitlePlace] = useState<HTMLElement | null>(null)
  const [over, setOver] = useState<Over | null>(null)
  const [printing, setPrinting] = useState<number | null>(null)
  const close = useCallback(() => setOver(null), [])
  const showKeys = useCallback(() => setOver('keys'), [])
  const showHelp = useCallback(() => setOver('help'), [])
  const isNarrow = useNarrow()
  useSeatName()
  useNoteRecent()
  const connection = useSyncExternalStore(watchConnection, connectionNow)
  const elsewhere = useCallback(
    (field: string) => {
      const [, maker, name] = /^manufacturer\.(\d+)\.(.+)$/.exec(field) ?? []
      if (maker === undefined || name === undefined) return false
      void navigate(`/catalogue?view=manufacturers&maker=${maker}&field=${encodeURIComponent(name)}`)
      return true
    },
    [navigate],
  )
  return (
    <div className="frame" data-narrow={isNarrow}>
      <a
        className="skip-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {text('skip')}
      </a>
      <KeyPlaceContext.Provider value="everywhere">
        <FrameKeys onShow={setOver} helps={over === 'help'} />
        <Navigation />
      </KeyPlaceContext.Provider>
      <header className="frame-top">
        <div className="frame-title" ref={setTitlePlace} />
        <button type="button" className="finder-button" onClick={() => setOver('finder')} aria-keyshortcuts="Control+K">
          <SearchOutlined aria-hidden />
          <span>{text('findHint')}</span>
          <kbd className="key">Ctrl+K</kbd>
        </button>
        <UserMenu onKeys={showKeys} />
      </header>
      <div className="frame-body" id="content" tabIndex={-1}>
        {connection === 'lost' && <output className="connection">! {text('lost')}</output>}
        <DiskTrouble />
        <TitlePlace.Provider value={titlePlace}>
          <Elsewhere.Provider value={elsewhere}>
            <Outlet />
          </Elsewhere.Provider>
        </TitlePlace.Provider>
      </div>
      <FootLine />
      <FindDialog open={over === 'finder'} onClose={close} onKeys={showKeys} onHelp={showHelp} onPrint={setPrinting} />
      <KeySheet open={over === 'keys'} onClose={close} />
      <HelpPanel open={over === 'help'} onClose={close} />
      <KeyTips on={over === 'tips'} onClose={close} />
      {printing !== null && <PaperDialog id={printing} onClose={() => setPrinting(null)} />}
    </div>
  )
}

/** Narrower than this at scale 1, the navigation gives most of its width to the page. */
const narrowBelow = 1080

function useNarrow(): boolean {
  const { scale } = useAppearance().appearance
  const [isNarrow, setNarrow] = useState(false)
  useEffect(() => {
    const width = window.matchMedia(`(max-width: ${narrowBelow * scale}px)`)
    const look = () => setNarrow(width.matches)
    look()
    width.addEventListener('change', look)
    return () => width.removeEventListener('change', look)
  }, [scale])
  return isNarrow
}

/** Keys that act wherever one is. */
function FrameKeys({ onShow, helps }: { readonly onShow: (next: Over | null) => void; readonly helps: boolean }) {
  const text = useText('frame')
  const keys = useText('keys')
  const navigate = useNavigate()
  useHotkey('Ctrl+K', () => onShow('finder'), text('find'))
  useHotkey('?', () => onShow('keys'), text('keys'))
  useHotkey('F1', () => onShow(helps ? null : 'help'), text('help'))
  useHotkey('F10', () => onShow('tips'), keys('tips'))
  useHotkey('Ctrl+N', () => void navigate('/work-orders/new'), text('newOrder'), useMay('openWorkOrder'))
  return null
}

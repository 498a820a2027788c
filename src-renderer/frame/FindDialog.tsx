/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- the list belongs to the input, which keeps the focus and the keys (combobox pattern) */
import { Modal } from 'antd'
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { useApiQuery, type ApiOutput } from '../api.ts'
import { useText } from '../messages/index.ts'
import { items } from './Navigation.tsx'
import { useMay } from './session.ts'
import { shownCombo } from '../ui/hotkeys.ts'

type Kind = ApiOutput<'home', 'find'>[number]['kind']

const wayTo: Record<Kind, (id: number) => string> = {
  workOrder: (id) => `/work-orders/${id}`, partsRequest: (id) => `/requests/${id}`, customer: (id) => `/customers/${id}`, unit: (id) => `/units/${id}`,
  part: (id) => `/catalogue?part=${id}`, paper: (id) => `/papers/${id}`, claim: (id) => `/claims/${id}`, batch: (id) => `/batches/${id}`,
  manifest: (id) => `/manifests/${id}`, returnedPart: (id) => `/old-parts?part=${id}`,
}
const kindKeys = {
  workOrder: 'kindWorkOrder', partsRequest: 'kindPartsRequest', customer: 'kindCustomer', unit: 'kindUnit', part: 'kindPart', paper: 'kindPaper',
  claim: 'kindClaim', batch: 'kindBatch', manifest: 'kindManifest', returnedPart: 'kindReturnedPart',
} as const

type Line = { readonly key: string; readonly kind: string; readonly title: string; readonly detail: string; readonly to: string }

/** Ctrl+K: anything by any of its names, and the pages. */
export function FindDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText('frame')
  return (
    <Modal open={open} onCancel={onClose} footer={null} closable={false} width={640} destroyOnHidden title={<span className="visually-hidden">{text('find')}</span>} styles={{ header: { margin: 0 }, body: { paddingTop: 0 } }} style={{ top: 72 }}>
      <FindBody onClose={onClose} />
    </Modal>
  )
}

function FindBody({ onClose }: { readonly onClose: () => void }) {
  const text = useText('frame')
  const navigate = useNavigate()
  const mayOpen = useMay('openWorkOrder')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => { setAsked(typed.trim()); setAt(0) }, 120)
    return () => clearTimeout(timer)
  }, [typed])
  const { data: hits } = useApiQuery('home', 'find', { text: asked, limit: 20 }, { enabled: asked !== '', keepPrevious: true })
  const lines = useMemo((): readonly Line[] => {
    const pages: Line[] = items.map(({ key, to }) => ({ key: `page-${key}`, kind: text('goTo'), title: text(key), detail: '', to }))
    const acts: Line[] = mayOpen ? [{ key: 'new', kind: text('command'), title: text('newOrder'), detail: shownCombo('Ctrl+N'), to: '/work-orders/new' }] : []
    const wanted = [...acts, ...pages, { key: 'page-import', kind: text('goTo'), title: text('import'), detail: '', to: '/import' }].filter(({ title }) => asked === '' || title.toLowerCase().includes(asked.toLowerCase()))
    const found = asked === '' ? [] : (hits ?? []).map(({ kind, id, title, detail }) => ({ key: `${kind}-${id}`, kind: text(kindKeys[kind]), title, detail, to: wayTo[kind](id) }))
    return [...found, ...wanted]
  }, [asked, hits, mayOpen, text])
  const go = (line: Line | undefined) => {
    if (!line) return
    onClose()
    void navigate(line.to)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt((now) => Math.min(lines.length - 1, now + 1))
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(0, now - 1))
    else if (event.key === 'Enter') go(lines[at])
    else return
    event.preventDefault()
  }
  return (
    <>
      <input className="find-input" role="combobox" aria-expanded aria-controls="find-list" aria-activedescendant={`find-${at}`} aria-label={text('find')} placeholder={text('findStart')} value={typed} maxLength={60} autoFocus onChange={(event) => setTyped(event.target.value)} onKeyDown={onKey} />
      <div className="find-list" id="find-list" role="listbox" aria-label={text('find')}>
        {lines.map((line, index) => (
          <div key={line.key} id={`find-${index}`} role="option" aria-selected={index === at} className="find-hit" onMouseEnter={() => setAt(index)} onClick={() => go(line)} ref={(place) => { if (index === at) place?.scrollIntoView({ block: 'nearest' }) }}>
            <span className="find-kind">{line.kind}</span><span className="find-title">{line.title}</span><span className="find-detail">{line.detail}</span>
          </div>
        ))}
        {lines.length === 0 && <div className="find-none">{text('findNothing', { text: asked })}</div>}
      </div>
    </>
  )
}

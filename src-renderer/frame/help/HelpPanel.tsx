import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { useLatest } from '../../ui/use-latest.ts'
import { pageTopics, topicOfField, topicOfRule, topics, type TopicId } from './topics.ts'

type Asked = {
  readonly topic: TopicId | null
  /** the field's own label, and what stands below it now */ readonly label: string
  readonly said: string
}

/** The field the cursor is in, else the number under the pointer, else what the page is about. */
function askedNow(pathname: string): Asked {
  const focused = document.activeElement?.closest<HTMLElement>('[data-rule], [data-field]') ?? null
  const hovered = [...document.querySelectorAll(':hover')].at(-1)?.closest<HTMLElement>('[data-rule], [data-field]') ?? null
  const place = focused ?? hovered
  const topic = topicAt(place)
  if (place !== null && topic !== null) {
    return {
      topic,
      label: place.querySelector('.field-label')?.firstChild?.textContent ?? '',
      said: place.querySelector('.field-said[data-level="stop"], .field-said[data-level="warn"]')?.textContent?.trim() ?? '',
    }
  }
  return { topic: pageTopics.find(({ path }) => path.test(pathname))?.topic ?? null, label: '', said: '' }
}

function topicAt(place: HTMLElement | null): TopicId | null {
  if (place === null) return null
  const { rule, field } = place.dataset
  return (
    (rule === undefined ? null : topicOfRule(rule)) ??
    (field === undefined ? null : topicOfField(field)) ??
    topicAt(place.parentElement?.closest<HTMLElement>('[data-rule], [data-field]') ?? null)
  )
}

/** F1: what the field or number under the cursor means, which rule decides it and where the rule comes from. */
export function HelpPanel({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText('help')
  const { pathname } = useLocation()
  const [asked, setAsked] = useState<Asked | null>(null)
  useEffect(() => {
    if (!open) return setAsked(null)
    setAsked(askedNow(pathname))
    // It follows the cursor while it stands open.
    const follow = () =>
      setAsked((before) => {
        const now = askedNow(pathname)
        return now.topic === null ? before : now
      })
    document.addEventListener('focusin', follow)
    return () => document.removeEventListener('focusin', follow)
  }, [open, pathname])
  useEscape(onClose, open)
  if (!open || asked === null) return null
  const topic = topics.find(({ id }) => id === asked.topic)
  return (
    <aside className="help-panel" aria-label={text('title')}>
      <header>
        <h2>{topic === undefined ? text('title') : text(`${topic.id}.title`)}</h2>
        {asked.label !== '' && topic !== undefined && asked.label !== text(`${topic.id}.title`) && (
          <span className="muted small">{asked.label}</span>
        )}
        <span className="spring" />
        <Button size="small" kind="quiet" label={text('close')} onClick={onClose}>
          ×
        </Button>
      </header>
      <p role="status">{topic === undefined ? text('none') : text(`${topic.id}.text`)}</p>
      {asked.said !== '' && (
        <p>
          <span className="muted">{text('found')}</span> {asked.said}
        </p>
      )}
      {topic !== undefined && (
        <dl className="help-source">
          <dt>{text('rule')}</dt>
          <dd className="mono">domain.md {topic.rule}</dd>
          <dt>{text('source')}</dt>
          <dd className="mono">{topic.source}</dd>
        </dl>
      )}
      <p className="muted small">{text('hint')}</p>
    </aside>
  )
}

/** Esc closes the panel before it leaves the field or the page: heard on its way down, so that neither takes it. */
function useEscape(onClose: () => void, open: boolean): void {
  const latest = useLatest(onClose)
  useEffect(() => {
    if (!open) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || document.querySelector('.find-dialog') !== null) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [open, latest])
}

import { useMemo, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { dayTime } from '../../format.ts'
import { usePast, useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../../ui/Page.tsx'
import { useContentWords } from './content-words.ts'
import { eventWord } from './event-words.ts'
import type { OrderDetail } from './order-form.ts'

const atOnce = 12

/** 记录: who did what, newest first: steps with their reasons, saves with what stood there before, prints and files. */
export function HistorySection({ detail }: { readonly detail: OrderDetail }) {
  const text = useText('workOrders')
  const say = useContentWords()
  const past = usePast()
  const { data } = useApiQuery('workOrders', 'history', { id: detail.id })
  const [all, setAll] = useState(false)
  const entries = useMemo(() => {
    const waits = detail.waits.map(({ from, to }) => ({
      at: from,
      by: '',
      event: 'wait',
      note: to === null ? text('waitsStill') : text('waitsUntil', { to: dayTime(to) }),
      changes: [],
    }))
    return [...(data ?? []), ...waits].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)).toReversed()
  }, [data, detail.waits, text])
  const shown = all ? entries : entries.slice(0, atOnce)
  return (
    <Section id="history" title={text('history')} beside={entries.length > 0 && String(entries.length)}>
      <table className="rows history">
        <tbody>
          {shown.map(({ at, by, event, note, changes }, index) => (
            <tr key={`${at}-${event}-${String(index)}`}>
              <td className="figures muted">{dayTime(at)}</td>
              <td>{by}</td>
              <td>{event === 'wait' ? text('waited') : past(eventWord(event, text))}</td>
              <td className="wide">
                {note}
                {changes.length > 0 && (
                  <ul className="changes">
                    {changes.map(({ field, line, before, after }) => (
                      <li key={`${field}-${String(line)}-${before === null}`}>
                        {line === null ? (
                          <>
                            <b>{say.label(field)}</b> <span className="muted">{say.value(field, before)}</span> → {say.value(field, after)}
                          </>
                        ) : (
                          <>
                            <b>
                              {say.label(field)} {line}
                            </b>{' '}
                            {say.line(before, after)}
                          </>
                        )}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > atOnce && (
        <Button size="small" kind="quiet" onClick={() => setAll(!all)}>
          {all ? text('fewerEntries') : text('allEntries', { count: entries.length })}
        </Button>
      )}
    </Section>
  )
}

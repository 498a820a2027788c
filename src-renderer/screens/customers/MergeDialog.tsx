import { useState } from 'react'
import { stopsOf } from '#domain/errors'
import { api, useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { phone } from '../../format.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Finder } from '../../ui/fields/Finder.tsx'
import { TextInput } from '../../ui/fields/inputs.tsx'
import { Notice, ProblemList } from '../../ui/Notice.tsx'
import { FrameNumber } from '../../ui/values.tsx'
import { sharedKeys } from './DoublesHint.tsx'

type Props = {
  readonly of: 'customer' | 'unit'
  readonly id: number
  readonly otherId: number | null
  readonly onDone: (id: number) => void
  readonly onClose: () => void
}
type Preview = ApiOutput<'customers', 'previewMerge'>

/** 合并: which other record, what will stand field by field, what moves, why. */
export function MergeDialog({ of, id, otherId: proposed, onDone, onClose }: Props) {
  const text = useText('customers')
  const [otherId, setOther] = useState(proposed)
  const [take, setTake] = useState<readonly string[] | null>(null)
  const [reason, setReason] = useState('')
  const { data: preview, error } = useApiQuery(
    'customers',
    'previewMerge',
    { of, id, otherId: otherId ?? 0, take: take === null ? null : [...take] },
    { enabled: otherId !== null, keepPrevious: true },
  )
  const merge = useApiCommand('customers', 'merge')
  const shown = otherId !== null && preview?.other.id === otherId ? preview : undefined
  const forbidden = shown !== undefined && stopsOf(shown.problems).length > 0
  const missing = shown === undefined ? [text('mergeOther')] : reason.trim().length < 2 ? [text('reason')] : []
  const run = async () => {
    if (shown === undefined || otherId === null) return
    const answer = await merge.run({
      of,
      id,
      otherId,
      revision: shown.revision,
      otherRevision: shown.otherRevision,
      take: [...shown.take],
      reason: reason.trim(),
    })
    if (answer !== null) onDone(answer.id)
  }
  const choose = (name: string, fromOther: boolean) => {
    if (shown) setTake(fromOther ? [...shown.take, name] : shown.take.filter((each) => each !== name))
  }
  return (
    <Dialog
      title={text(of === 'unit' ? 'mergeUnitTitle' : 'mergeCustomerTitle')}
      open
      onClose={onClose}
      width={880}
      refusal={merge.refusal}
      act={{ word: text('merge'), run, danger: true, running: merge.running, disabled: forbidden, missing }}
    >
      <PickOther
        of={of}
        id={id}
        shown={shown}
        onPick={(next) => {
          setOther(next)
          setTake(null)
          merge.clear()
        }}
      />
      <Notice refusal={otherId === null ? null : error} />
      {shown && (
        <>
          <ProblemList problems={shown.problems} />
          <FieldTable preview={shown} onChoose={choose} />
          <Moves of={of} preview={shown} />
          <div>
            <label className="field-label" htmlFor="merge-reason">
              {text('reason')}
            </label>
            <TextInput id="merge-reason" value={reason} onChange={setReason} maxLength={200} placeholder={text('mergeReasonHint')} />
          </div>
        </>
      )}
    </Dialog>
  )
}

type Pick = {
  readonly of: 'customer' | 'unit'
  readonly id: number
  readonly shown: Preview | undefined
  readonly onPick: (id: number) => void
}
type Found = { readonly id: number; readonly title: string; readonly frameNo?: string; readonly detail: string }

function PickOther({ of, id, shown, onPick }: Pick) {
  const text = useText('customers')
  const { data: pairs = [] } = useApiQuery('customers', 'doubles', { of, id, limit: 5 })
  const search = async (typed: string): Promise<readonly Found[]> => {
    const hits = await api.customers.find({ text: typed, limit: 20 })
    const found =
      of === 'unit'
        ? hits.flatMap(({ unit, customer }) =>
            unit ? [{ id: unit.id, title: '', frameNo: unit.frameNo, detail: `${unit.plateNo} ${unit.modelName} · ${customer.name}` }] : [],
          )
        : hits.map(({ customer }) => ({ id: customer.id, title: customer.name, detail: `${phone(customer.phone)} · ${customer.address}` }))
    return [...new Map(found.filter((each) => each.id !== id).map((each) => [each.id, each])).values()]
  }
  return (
    <div className="merge-pick">
      <label className="field-label" htmlFor="merge-other">
        {text('mergeOther')}
      </label>
      <Finder<Found>
        id="merge-other"
        stay
        autoFocus={shown === undefined}
        value={shown === undefined ? '' : `${shown.other.title} · ${shown.other.detail}`}
        placeholder={text('searchHint')}
        search={search}
        hitOf={({ id: foundId, ...words }) => ({ key: String(foundId), ...words, code: words.frameNo ?? words.title })}
        onPick={(found) => onPick(found.id)}
      />
      {pairs.length > 0 && (
        <p className="merge-doubles small">
          <span className="muted">{text('doublesFound')}</span>
          {pairs.map(({ by, value, other }) => (
            <button
              key={other.id}
              type="button"
              className="link"
              aria-pressed={shown?.other.id === other.id}
              onClick={() => onPick(other.id)}
            >
              {of === 'unit' ? <FrameNumber value={other.title} /> : other.title}
              <span className="muted">
                {' '}
                {text(sharedKeys[by])} {value}
              </span>
            </button>
          ))}
        </p>
      )}
    </div>
  )
}

type Field = Preview['fields'][number]

/** Both records beside each other; where they differ one chooses, with the arrow keys, which value stays. */
function FieldTable({ preview, onChoose }: { readonly preview: Preview; readonly onChoose: (name: string, fromOther: boolean) => void }) {
  const text = useText('customers')
  const say = useFieldWords()
  const differing = preview.fields.filter(({ one, other }) => one !== other)
  const same = preview.fields.filter(({ one, other, result }) => one === other && result !== '' && result !== null && result !== false)
  return (
    <>
      <table className="merge-fields">
        <thead>
          <tr>
            <th scope="col">{text('field')}</th>
            <th scope="col">{text('thisRecord')}</th>
            <th scope="col">{text('otherRecord')}</th>
            <th scope="col">{text('willBe')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((field) => (
            <tr key={field.name} data-field={`merge.${field.name}`}>
              <th scope="row">{say.label(field.name)}</th>
              {(['one', 'other'] as const).map((side) => (
                <td key={side} data-kept={field.from === side || field.from === 'both'}>
                  <label className="merge-choice">
                    <input
                      type="radio"
                      name={`merge-${field.name}`}
                      aria-label={`${say.label(field.name)} ${text(side === 'one' ? 'thisRecord' : 'otherRecord')}`}
                      checked={field.from === side || (field.from === 'both' && side === 'one')}
                      disabled={field.from === 'both' && field.name === 'tamperFlag'}
                      onChange={() => onChoose(field.name, side === 'other')}
                    />
                    <Said field={field} said={field[side]} />
                  </label>
                </td>
              ))}
              <td className="strong">
                <Said field={field} said={field.result} />
              </td>
            </tr>
          ))}
          {differing.length === 0 && (
            <tr>
              <td colSpan={4} className="muted">
                {text('mergeAllSame')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {same.length > 0 && (
        <p className="muted small">
          {text('mergeSame')} {same.map((field) => `${say.label(field.name)} ${say.value(field, field.result)}`).join(' · ')}
        </p>
      )}
    </>
  )
}

function Said({ field, said }: { readonly field: Field; readonly said: Field['result'] }) {
  const { value } = useFieldWords()
  return field.name === 'frameNo' && typeof said === 'string' && said !== '' ? <FrameNumber value={said} /> : value(field, said)
}

function useFieldWords() {
  const text = useText('customers')
  const word = useWord()
  const labels: Readonly<Record<string, string>> = {
    name: text('name'),
    kind: text('kind'),
    phone: text('phone'),
    phone2: text('phone2'),
    contactName: text('contactName'),
    address: text('address'),
    note: text('note'),
    frameNo: text('frameNo'),
    engineNo: text('engineNo'),
    plateNo: text('plateNo'),
    modelName: text('model'),
    color: text('color'),
    manufacturedOn: text('manufacturedOn'),
    purchasedOn: text('purchasedOn'),
    deliveredOn: text('deliveredOn'),
    invoiceNo: text('invoiceNo'),
    warrantyCardNo: text('warrantyCardNo'),
    sellerName: text('sellerName'),
    usage: text('usage'),
    ownerName: text('owner'),
    tamperFlag: text('tamperFlagWords'),
  }
  const value = ({ name }: Field, said: Field['result']): string => {
    if (said === null || said === '') return '—'
    if (typeof said === 'boolean') return said ? text('yes') : '—'
    if (name === 'kind') return word('customerKind', String(said))
    return name === 'usage' ? word('usage', String(said)) : String(said)
  }
  return { label: (name: string) => labels[name] ?? name, value }
}

function Moves({ of, preview: { moves, other } }: { readonly of: 'customer' | 'unit'; readonly preview: Preview }) {
  const text = useText('customers')
  const shown = 8
  const listed = (all: readonly string[]) =>
    `${all.slice(0, shown).join(' · ')}${all.length > shown ? ` ${text('andMore', { count: all.length - shown })}` : ''}`
  const lines = [
    [text('movesOrders', { count: moves.orders.length }), listed(moves.orders.map(({ no }) => no))],
    ...(of === 'customer' ? [[text('movesUnits', { count: moves.units.length }), listed(moves.units.map(({ frameNo }) => frameNo))]] : []),
    [text('movesClaims', { count: moves.claims }), ''],
    [text('movesPapers', { count: moves.papers }), ''],
    ...(of === 'unit'
      ? [
          [text('movesOwners', { count: moves.owners }), ''],
          [text('movesOdometer', { count: moves.odometerChanges }), ''],
        ]
      : []),
  ]
  return (
    <div className="merge-moves">
      <p>
        <b>{text('moves', { title: other.title })}</b>
      </p>
      <ul>
        {lines.map(([said, list]) => (
          <li key={said}>
            {said}
            {list !== '' && <span className="muted figures"> {list}</span>}
          </li>
        ))}
      </ul>
      <p className="muted small">{text('movesNothingLost')}</p>
    </div>
  )
}

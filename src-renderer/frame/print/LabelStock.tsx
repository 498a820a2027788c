import type { ApiInput } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Views } from '../../ui/Choices.tsx'

export type Stock = ApiInput<'papers', 'print'>['options']

export const plainStock: Stock = { profile: 'default', startAt: 1 }

const places = [1, 2, 3, 4] as const

/** Single labels, or four on an A4 sheet beginning where the sheet is still unused. */
export function LabelStock({ stock, onChange }: { readonly stock: Stock; readonly onChange: (stock: Stock) => void }) {
  const text = useText('printing')
  return (
    <div className="label-stock">
      <Views label={text('stock')} value={stock.profile} onChange={(profile) => onChange({ profile, startAt: 1 })} views={[{ value: 'default', label: text('single') }, { value: 'sheet4', label: text('sheet4') }]} />
      {stock.profile === 'sheet4' && (
        <div className="label-places" role="radiogroup" aria-label={text('startAt')} title={text('startHint')}>
          {places.map((place) => <button key={place} type="button" role="radio" aria-checked={stock.startAt === place} aria-label={text('place', { place })} data-used={place < stock.startAt} onClick={() => onChange({ ...stock, startAt: place })}>{place}</button>)}
        </div>
      )}
      {stock.profile === 'sheet4' && <span className="muted small">{text('startAt')} · {text('startHint')}</span>}
    </div>
  )
}

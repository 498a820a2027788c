import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { type MakerSheet, type SheetField, tenthsPerMm } from '#domain/maker-sheet'
import { mmPerPoint } from '#domain/paper-stock'
import { useText, useWord } from '../../../messages/index.ts'
import { inside, withChanged, withoutField } from './sheet-fields.ts'
import type { Change } from './use-sheet-edits.ts'

type Props = {
  readonly sheet: MakerSheet
  readonly address: string | null
  readonly chosen: string | null
  readonly mayEdit: boolean
  readonly onChoose: (id: string) => void
  readonly onChange: Change
  /** Enter: to what the field says */
  readonly onEdit: () => void
}

type Drag = { readonly id: string; readonly fromX: number; readonly fromY: number; readonly x: number; readonly y: number }

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The sheet drawn to scale with its fields, moved by mouse or by arrows: 1 mm, with Shift 0.1 mm; Ctrl makes a field wider or higher. */
export function SheetCanvas({ sheet, address, chosen, mayEdit, onChoose, onChange, onEdit }: Props) {
  const text = useText('makerSheets')
  const paper = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const part = (tenths: number, of: number) => `${(tenths / of) * 100}%`
  const begin = (event: PointerEvent<HTMLButtonElement>, { id }: SheetField) => {
    onChoose(id)
    if (!mayEdit || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ id, fromX: event.clientX, fromY: event.clientY, x: 0, y: 0 })
  }
  const move = (event: PointerEvent) => {
    const width = paper.current?.getBoundingClientRect().width ?? 0
    if (drag === null || width === 0) return
    const tenths = (pixels: number) => Math.round((pixels * sheet.width) / width)
    setDrag({ ...drag, x: tenths(event.clientX - drag.fromX), y: tenths(event.clientY - drag.fromY) })
  }
  const drop = () => {
    if (drag !== null && (drag.x !== 0 || drag.y !== 0))
      onChange((before) => withChanged(before, drag.id, (field) => inside(before, { ...field, x: field.x + drag.x, y: field.y + drag.y })))
    setDrag(null)
  }
  const onKey = (event: KeyboardEvent, { id }: SheetField) => {
    const step = steps[event.key]
    if (event.key === 'Enter') {
      event.preventDefault()
      onEdit()
    }
    if (!mayEdit || (step === undefined && event.key !== 'Delete')) return
    event.preventDefault()
    event.stopPropagation()
    if (step === undefined) return onChange((before) => withoutField(before, id))
    const by = event.shiftKey ? 1 : tenthsPerMm
    const [x, y] = [step[0] * by, step[1] * by]
    onChange((before) =>
      withChanged(before, id, (field) =>
        inside(
          before,
          event.ctrlKey
            ? { ...field, width: Math.max(tenthsPerMm, field.width + x), height: Math.max(tenthsPerMm, field.height + y) }
            : { ...field, x: field.x + x, y: field.y + y },
        ),
      ),
    )
  }
  return (
    <div
      className="sheet-paper"
      ref={paper}
      role="group"
      aria-label={text('paperOf', { width: sheet.width / tenthsPerMm, height: sheet.height / tenthsPerMm })}
      style={{ aspectRatio: `${sheet.width} / ${sheet.height}` }}
    >
      {address !== null && <img src={address} alt={text('background')} draggable={false} />}
      {sheet.fields.map((field) => {
        const shift = drag?.id === field.id ? drag : { x: 0, y: 0 }
        const { x, y } = inside(sheet, { ...field, x: field.x + shift.x, y: field.y + shift.y })
        return (
          <button
            key={field.id}
            type="button"
            className="sheet-field"
            data-id={field.id}
            data-chosen={field.id === chosen}
            data-align={field.align}
            aria-pressed={field.id === chosen}
            title={text('moveHint')}
            style={{
              left: part(x, sheet.width),
              top: part(y, sheet.height),
              width: part(field.width, sheet.width),
              height: part(field.height, sheet.height),
              fontSize: `${(field.size * mmPerPoint * tenthsPerMm * 100) / sheet.width}cqw`,
            }}
            onFocus={() => onChoose(field.id)}
            onKeyDown={(event) => onKey(event, field)}
            onPointerDown={(event) => begin(event, field)}
            onPointerMove={move}
            onPointerUp={drop}
            onPointerCancel={() => setDrag(null)}
          >
            <FieldWords field={field} />
          </button>
        )
      })}
    </div>
  )
}

/** What a field is called where it stands: its words, or what is printed there. */
export function FieldWords({ field: { source, words } }: { readonly field: SheetField }) {
  const text = useText('makerSheets')
  const word = useWord()
  if (source === 'fixed') return words === '' ? text('fixed') : words
  return source === 'free' ? (words === '' ? text('free') : words) : word('sheetDatum', source)
}

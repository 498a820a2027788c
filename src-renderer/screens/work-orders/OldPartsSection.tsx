import { Link } from 'react-router'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/values.tsx'
import type { OrderDetail } from './order-form.ts'

type Piece = OrderDetail['returnedParts'][number]

type Props = {
  readonly pieces: readonly Piece[]
  /** 贴标签 for these pieces */
  readonly onLabel: (pieces: readonly Piece[]) => void
  readonly onShowLabel: (piece: Piece) => void
  readonly running: boolean
}

export function awaitsLabel(piece: Piece): boolean {
  return piece.labelNo === '' && (piece.status === 'toCollect' || piece.status === 'collected')
}

/** 旧件: one row for each piece that goes back, its label and how far it is. */
export function OldPartsSection({ pieces, onLabel, onShowLabel, running }: Props) {
  const text = useText('workOrders')
  const mayLabel = useMay('labelOldPart')
  const waiting = pieces.filter(awaitsLabel)
  return (
    <Section
      id="returnedParts"
      title={text('oldParts')}
      beside={pieces.length > 0 && String(pieces.length)}
      actions={
        waiting.length > 0 &&
        mayLabel && (
          <Button size="small" hotkey="Ctrl+L" running={running} onClick={() => onLabel(waiting)}>
            {text('label', { count: waiting.length })}
          </Button>
        )
      }
    >
      {pieces.length === 0 ? (
        <p className="muted">{text('oldPartsNone')}</p>
      ) : (
        <table className="rows" data-field="returnedParts">
          <thead>
            <tr>
              <th>{text('labelNo')}</th>
              <th>{text('partCode')}</th>
              <th>{text('partName')}</th>
              <th>{text('state')}</th>
              <th>{text('dueOn')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {pieces.map((piece) => (
              <tr key={piece.id}>
                <td className="figures">
                  {piece.labelNo === '' ? (
                    <span className="faint">{text('labelNone')}</span>
                  ) : (
                    <button type="button" className="link figures" onClick={() => onShowLabel(piece)}>
                      {piece.labelNo}
                    </button>
                  )}
                </td>
                <td className="mono">{piece.partCode}</td>
                <td>{piece.partName}</td>
                <td>
                  <StatusTag table="returnedPartStatus" code={piece.status} />
                  {piece.exempt !== 'no' && <StatusTag table="returnExempt" code={piece.exempt} />}
                </td>
                <td className="figures">{piece.dueOn ?? ''}</td>
                <td className="cell-right">
                  {awaitsLabel(piece) && mayLabel && (
                    <Button size="small" kind="quiet" disabled={running} onClick={() => onLabel([piece])}>
                      {text('labelOne1')}
                    </Button>
                  )}
                  <Link className="link small" to={`/old-parts?part=${piece.id}`}>
                    {text('open')}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

import { useMemo } from 'react'
import { api, useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { tookRevision } from '../../own-changes.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Table } from '../../ui/Table.tsx'
import { BoxFields } from './BoxFields.tsx'
import type { ManifestDetail, Piece } from './part-words.ts'

type Props = {
  readonly manifest: ManifestDetail
  readonly boxNo: number
  readonly onBox: (boxNo: number) => void
  readonly onUnpack: (piece: Piece) => void
  readonly isIdle: boolean
  readonly mayPack: boolean
}

/** The open box: its pieces, the last one on top; weight and size; the other boxes as tabs. */
export function OpenBox({ manifest, boxNo, onBox, onUnpack, isIdle, mayPack }: Props) {
  const text = useText('oldParts')
  const { id, boxes } = manifest
  const add = useApiCommand('manifests', 'addBox')
  const remove = useApiCommand('manifests', 'removeBox')
  const box = boxes.find((each) => each.boxNo === boxNo)
  const pieces = useMemo(() => (box?.pieces ?? []).toReversed(), [box])
  const [last] = pieces
  // every scan makes a newer revision; a box is added to what is there now
  const revisionNow = async () => (await api.manifests.get({ id })).revision
  const addBox = async () => {
    const answer = await add.run({ id, revision: await revisionNow() })
    if (answer === null) return
    tookRevision(`manifest:${id}`, answer.revision)
    onBox(answer.boxNo)
  }
  const removeBox = async () => {
    const answer = await remove.run({ id, revision: await revisionNow(), boxNo })
    if (answer !== null) tookRevision(`manifest:${id}`, answer.revision)
  }
  const columns = useMemo(
    () => [
      { key: 'number', title: '#', width: 40, right: true, render: (row: Piece) => pieces.length - pieces.indexOf(row) },
      { key: 'label', title: text('labelNo'), width: 118, render: (row: Piece) => <span className="mono">{row.labelNo}</span> },
      { key: 'part', title: text('part'), render: (row: Piece) => row.partName },
      { key: 'order', title: text('order'), width: 166, render: (row: Piece) => <span className="figures">{row.workOrderNo}</span> },
      {
        key: 'unpack',
        title: '',
        width: 78,
        right: true,
        render: (row: Piece) =>
          mayPack && (
            <button type="button" className="link" onClick={() => onUnpack(row)}>
              {text('unpack')}
            </button>
          ),
      },
    ],
    [text, pieces, mayPack, onUnpack],
  )
  return (
    <section className="bench-right">
      <header className="bench-head">
        <div className="box-tabs" role="tablist" aria-label={text('boxes')}>
          {boxes.map((each) => (
            <button key={each.boxNo} type="button" role="tab" aria-selected={each.boxNo === boxNo} onClick={() => onBox(each.boxNo)}>
              {text('openBox', { no: each.boxNo })} <span className="figures">{each.pieces.length}</span>
            </button>
          ))}
        </div>
        <span className="spring" />
        {mayPack && (
          <>
            <Button
              size="small"
              hotkey={isIdle ? 'F8' : ''}
              disabled={last === undefined}
              onClick={() => {
                if (last) onUnpack(last)
              }}
            >
              {text('unpackLast')}
            </Button>
            {boxes.length > 1 && pieces.length === 0 && (
              <Button size="small" onClick={removeBox}>
                {text('removeBox')}
              </Button>
            )}
            <Button size="small" hotkey={isIdle ? 'F7' : ''} running={add.running} onClick={addBox}>
              {text('addBox')}
            </Button>
          </>
        )}
      </header>
      <Notice
        refusal={add.refusal ?? remove.refusal}
        onClose={() => {
          add.clear()
          remove.clear()
        }}
      />
      {box && <BoxFields key={box.boxNo} manifestId={id} box={box} readOnly={!mayPack} />}
      <Table
        label={text('openBox', { no: boxNo })}
        columns={columns}
        rows={pieces}
        rowKey={({ id: pieceId }) => pieceId}
        empty={text('boxEmpty')}
      />
    </section>
  )
}

import { useCallback, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../frame/session.ts'
import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { DueTag } from '../../ui/DueTag.tsx'
import { Table } from '../../ui/Table.tsx'
import { OpenBox } from './OpenBox.tsx'
import { ScanLine } from './ScanLine.tsx'
import type { ManifestDetail, Piece } from './part-words.ts'
import { usePacking } from './use-packing.ts'

type Props = {
  readonly manifest: ManifestDetail
  readonly boxNo: number
  readonly onBox: (boxNo: number) => void
  readonly onBack: () => void
  /** no dialog stands over the bench */
  readonly isIdle: boolean
}
const nothing: readonly Piece[] = []

/** ui.md "Packing old parts": left what is still to be packed, right the open box, above them the scan. */
export function PackingBench({ manifest, boxNo, onBox, isIdle, onBack }: Props) {
  const text = useText('oldParts')
  const mayPack = useMay('packOldParts')
  const { manufacturerId, boxes } = manifest
  const ask = (view: 'toPack' | 'toLabel', limit: number) => ({
    offset: 0,
    limit,
    sort: [],
    text: '',
    filter: { statuses: [], manufacturerId, view },
  })
  const { data } = useApiQuery('returnedParts', 'list', ask('toPack', 500), { keepPrevious: true })
  const { data: bare } = useApiQuery('returnedParts', 'list', ask('toLabel', 1), { keepPrevious: true })
  const left = data?.rows ?? nothing
  const [at, setAt] = useState(0)
  const here = Math.min(at, Math.max(0, left.length - 1))
  const { said, pack, unpack } = usePacking(manifest, boxNo)
  const list = useRef<HTMLElement>(null)
  const move = useCallback(
    (by: number) => {
      setAt(Math.max(0, Math.min(left.length - 1, here + by)))
      requestAnimationFrame(() => list.current?.querySelector('tr[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }))
    },
    [here, left.length],
  )
  const turn = (by: number) => {
    const now = boxes.findIndex((box) => box.boxNo === boxNo)
    const next = boxes[(now + by + boxes.length) % boxes.length]
    if (next) onBox(next.boxNo)
  }
  const packHere = () => {
    const piece = left[here]
    if (piece) pack(piece.labelNo)
  }
  const columns = useMemo(
    () => [
      { key: 'due', title: text('due'), width: 188, render: (row: Piece) => <DueTag dueOn={row.dueOn} state={row.taskState} running /> },
      { key: 'label', title: text('labelNo'), width: 118, render: (row: Piece) => <span className="mono">{row.labelNo}</span> },
      { key: 'part', title: text('part'), render: (row: Piece) => row.partName },
      { key: 'bin', title: text('bin'), width: 54, render: (row: Piece) => row.storageBin },
    ],
    [text],
  )
  const inBoxes = boxes.some(({ pieces }) => pieces.length > 0)
  return (
    <div className="bench">
      <ScanLine
        said={said}
        isIdle={isIdle}
        mayPack={mayPack}
        onScan={pack}
        onEmptyEnter={packHere}
        onMove={move}
        onTurn={turn}
        onBack={onBack}
      />
      <section className="bench-left" ref={list}>
        <header className="bench-head">
          <h2>{text('left')}</h2>
          <b className="figures">{text('leftCount', { count: data?.total ?? 0 })}</b>
          <span className="spring" />
          {bare !== undefined && bare.total > 0 && (
            <Link className="link small" to="/old-parts">
              {text('toLabelToo', { count: bare.total })} →
            </Link>
          )}
        </header>
        <Table
          label={text('left')}
          columns={columns}
          rows={left}
          rowKey={({ id }) => id}
          chosenKey={left[here]?.id ?? null}
          onOpen={(row) => pack(row.labelNo)}
          tone={({ taskState }) => (taskState === 'overdue' ? 'stop' : taskState === 'dueSoon' ? 'warn' : undefined)}
          empty={text(inBoxes ? 'leftEmptyFilled' : 'leftEmpty')}
        />
      </section>
      <OpenBox manifest={manifest} boxNo={boxNo} onBox={onBox} onUnpack={unpack} isIdle={isIdle} mayPack={mayPack} />
    </div>
  )
}

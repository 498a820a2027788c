import { useState } from 'react'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { bytes, dayTime } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/values.tsx'

/** The last part of a path of either system. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

/** 立即备份 and every copy there is, with its proof. */
export function BackupsPart() {
  const text = useText('settings')
  const { data, error } = useApiQuery('station', 'backups', {})
  const backUp = useApiCommand('station', 'backUp')
  const [made, setMade] = useState<ApiOutput<'station', 'backUp'> | null>(null)
  const run = async () => {
    setMade(null)
    setMade(await backUp.run({}))
  }
  return (
    <Section id="backups" title={text('backups')} beside={text('backupsHint')} actions={<Button kind="primary" hotkey="Ctrl+B" running={backUp.running} onClick={run}>{text('backUpNow')}</Button>}>
      <div className="settings-stack">
        <Notice refusal={error ?? backUp.refusal} />
        {backUp.running && <Progress label={text('backingUp')} done={null} of={1} />}
        {made !== null && <Message tone="ok">{text('backedUp', { file: fileName(made.file), size: bytes(made.bytes) })}</Message>}
        {data && <p className="muted small">{text('folder')}　<span className="mono">{data.folder}</span></p>}
        <Table
          label={text('backups')} rows={data?.items ?? []} rowKey={({ file }) => file} empty={text('backupsNone')}
          columns={[
            { key: 'at', title: text('at'), width: 140, render: ({ at }) => dayTime(at) }, { key: 'file', title: text('file'), render: ({ file }) => <span className="mono">{fileName(file)}</span> },
            { key: 'size', title: text('size'), width: 90, right: true, render: (copy) => bytes(copy.bytes) }, { key: 'proven', title: text('proven'), width: 120, render: ({ provenAt }) => (provenAt === null ? <Tag tone="warn">{text('notProven')}</Tag> : <span className="tone-ok">{text('provenAt')}</span>) },
          ]}
        />
      </div>
    </Section>
  )
}

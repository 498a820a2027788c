import { useApiCommand, useApiQuery } from '../../api.ts'
import { bytes, count } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Facts } from '../../ui/values.tsx'
import { platform } from '../../transport.ts'

/** What one is asked for when something does not work. */
export function AboutPart() {
  const text = useText('settings')
  const { data, error } = useApiQuery('diagnostics', 'about', {})
  const exportLog = useApiCommand('diagnostics', 'exportLog')
  const save = async () => {
    const file = await exportLog.run({})
    if (file !== null) saveFile(file)
  }
  if (error) return <Notice refusal={error} />
  if (!data) return <Loading />
  const { counts } = data
  return (
    <>
      <Section id="about" title={text('program')}>
        <Facts
          columns={2}
          facts={[
            { label: text('programVersion'), value: data.version },
            { label: text('seatKind'), value: text(platform === 'desktop' ? 'desk' : 'browserKind') },
            { label: text('runtime'), value: data.runtime },
            { label: text('operatingSystem'), value: data.system },
            { label: text('licence'), value: text('licenceWords'), wide: true },
          ]}
        />
      </Section>
      <Section id="data" title={text('data')}>
        <Facts
          columns={2}
          facts={[
            { label: text('dbFile'), value: <span className="mono">{data.dbFile}</span>, wide: true },
            { label: text('size'), value: bytes(data.dbBytes) },
            { label: text('freeSpace'), value: data.freeBytes === null ? '' : bytes(data.freeBytes) },
            { label: text('schemaVersion'), value: String(data.schemaVersion) },
            { label: 'SQLite', value: data.sqlite },
            {
              label: text('holds'),
              value: text('holdsOf', {
                orders: count(counts.workOrders),
                customers: count(counts.customers),
                units: count(counts.units),
                papers: count(counts.papers),
                commands: count(counts.commands),
              }),
              wide: true,
            },
          ]}
        />
      </Section>
      <Section
        id="log"
        title={text('log')}
        beside={text('logHint')}
        actions={
          <Button running={exportLog.running} onClick={save}>
            {text('exportLog')}
          </Button>
        }
      >
        <Notice refusal={exportLog.refusal} />
        <Facts facts={[{ label: text('logFolder'), value: <span className="mono">{data.logFolder}</span>, wide: true }]} />
      </Section>
    </>
  )
}

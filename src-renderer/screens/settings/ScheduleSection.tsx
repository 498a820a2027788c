import { useState } from 'react'
import { backupIntervals } from '#domain/backup-plan'
import { useApiCommand, type ApiOutput } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { Form } from '../../ui/Form.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { TextInput } from '../../ui/fields/inputs.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'

type Schedule = ApiOutput<'backups', 'list'>['schedule']

/** When copies are made by themselves, and the second place they go to. */
export function ScheduleSection({ schedule: { everyHours, secondFolder } }: { readonly schedule: Schedule }) {
  const text = useText('settings')
  const mayManage = useMay('manageStation')
  const save = useApiCommand('backups', 'saveSchedule')
  const [typed, setTyped] = useState<string | null>(null)
  const folder = typed ?? secondFolder
  const isTyped = folder.trim() !== secondFolder
  const put = async (wanted: Schedule) => {
    if ((await save.run(wanted)) !== null) setTyped(null)
  }
  const savePlace = () => put({ everyHours, secondFolder: folder.trim() })
  return (
    <Section id="schedule" title={text('schedule')} beside={text('scheduleHint')}>
      <Form label={text('schedule')} readOnly={!mayManage} problems={save.refusal?.problems ?? []} onSubmit={() => void savePlace()}>
        <div className="settings-rows">
          <span>{text('interval')}</span>
          <div>
            {mayManage ? (
              <Views
                label={text('interval')}
                value={String(everyHours)}
                onChange={(value) => void put({ everyHours: backupIntervals.find((each) => String(each) === value) ?? 1, secondFolder })}
                views={backupIntervals.map((each) => ({ value: String(each), label: text(`every.${each}`) }))}
              />
            ) : (
              text(`every.${everyHours}`)
            )}
            <p className="muted small">{text('keepHint')}</p>
          </div>
          <span>{text('secondFolder')}</span>
          <div className="settings-stack">
            <FieldShell name="secondFolder" label="" hint={text('secondFolderHint')}>
              {({ id, status, disabled }) => (
                <TextInput
                  id={id}
                  status={status}
                  disabled={disabled}
                  mono
                  value={folder}
                  onChange={setTyped}
                  maxLength={400}
                  placeholder={text('secondFolderExample')}
                  aria-label={text('secondFolder')}
                />
              )}
            </FieldShell>
            <Notice refusal={save.refusal} onClose={save.clear} />
            {isTyped && (
              <div>
                <Button kind="primary" size="small" stop running={save.running} onClick={savePlace}>
                  {text('save')}
                </Button>
              </div>
            )}
          </div>
        </div>
      </Form>
    </Section>
  )
}

import { gridProblems, type LabelGrid } from '#domain/paper-stock'
import { useText } from '../../messages/index.ts'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { NumberInput } from '../../ui/fields/inputs.tsx'
import { ProblemList } from '../../ui/Notice.tsx'

const counts = ['columns', 'rows'] as const
const lengths = ['sheetWidth', 'sheetHeight', 'left', 'top', 'width', 'height', 'gapX', 'gapY'] as const
const hundredth = 100
const most = { columns: 20, rows: 40 }

/** A sheet of labels, measured with a ruler; all lengths in mm. */
export function GridMeasures({ grid, onChange }: { readonly grid: LabelGrid; readonly onChange: (grid: LabelGrid) => void }) {
  const text = useText('settings')
  return (
    <div className="settings-stack" role="group" aria-label={text('grid')}>
      <b>{text('grid')}</b>
      <div className="grid-measures">
        {lengths.map((name) => (
          <FieldShell key={name} name={`grid.${name}`} label={text(`grid.${name}`)}>
            {({ id }) => (
              <NumberInput
                id={id}
                factor={hundredth}
                suffix="mm"
                value={Math.round(grid[name] * hundredth)}
                onChange={(value) => onChange({ ...grid, [name]: Math.min(2000, Math.max(0, (value ?? 0) / hundredth)) })}
              />
            )}
          </FieldShell>
        ))}
        {counts.map((name) => (
          <FieldShell key={name} name={`grid.${name}`} label={text(`grid.${name}`)}>
            {({ id }) => (
              <NumberInput
                id={id}
                value={grid[name]}
                onChange={(value) => onChange({ ...grid, [name]: Math.min(most[name], Math.max(1, value ?? 1)) })}
              />
            )}
          </FieldShell>
        ))}
      </div>
      <ProblemList problems={gridProblems(grid)} />
    </div>
  )
}

import type { ApiInput, ApiOutput } from '../../api.ts'

export type ImportKind = ApiInput<'imports', 'preview'>['kind']
export type Preview = ApiOutput<'imports', 'preview'>

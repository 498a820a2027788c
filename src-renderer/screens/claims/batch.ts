import type { ApiOutput } from '../../api.ts'

export type Batch = ApiOutput<'batches', 'get'>

import type { ApiOutput } from '../../api.ts'

export type User = ApiOutput<'station', 'users'>[number]
export type Technician = ApiOutput<'station', 'technicians'>[number]

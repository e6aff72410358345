import { describeStoreContract } from '../../contract/store-contract.ts'
import { sqliteEngine } from './sqlite-engine.ts'

describeStoreContract([sqliteEngine])

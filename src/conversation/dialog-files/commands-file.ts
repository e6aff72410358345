import { z } from 'zod'
import { spokenSchema } from './file-parts.ts'

/** `dialogs/commands.yaml`: example sentences for commands, and sentences that belong to nothing. */
export const commandsFileSchema = z.strictObject({
  commands: z
    .record(z.string(), z.array(spokenSchema))
    .describe('Opdracht -> zinnen waarmee mensen die geven, bijvoorbeeld mens, menu of stoppen.'),
  outOfScope: z.array(spokenSchema).describe('Zinnen die nergens bij horen. Opstap zegt dan dat het dit niet weet.'),
})

/** The commands file. */
export type CommandsFile = z.infer<typeof commandsFileSchema>

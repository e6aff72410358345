import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder'
import { createConnectorHttp } from './connector-http.ts'

/** How this bot is registered with Azure Bot Service. Without `appId` nothing is checked and nothing is signed. */
export interface BotRegistration {
  appId?: string | undefined
  appPassword?: string | undefined
  tenantId?: string | undefined
  /** `MultiTenant` when left out. */
  appType?: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI' | undefined
  /** Where the keys of the Connector are published; that of the public cloud when left out. */
  openIdMetadataUrl?: string | undefined
}

/** What to do in a turn of botbuilder's. */
export type TurnLogic = (context: TurnContext) => Promise<void>

/** How long one request to the Connector may take, in milliseconds. */
export const connectorTimeoutMs = 10_000

/**
 * botbuilder's adapter without its HTTP part. `CloudAdapter.process` prints every error with its stack to the console and
 * answers with its message, which may hold words of a person; so we call what stands below it.
 */
export class BotAdapter extends CloudAdapter {
  readonly #appId: string

  constructor(registration: BotRegistration) {
    super(
      new ConfigurationBotFrameworkAuthentication(
        {
          MicrosoftAppId: registration.appId ?? '',
          // botbuilder takes every other type without an id for a mistake.
          MicrosoftAppType: registration.appId ? (registration.appType ?? 'MultiTenant') : 'MultiTenant',
          ...(registration.appPassword === undefined ? {} : { MicrosoftAppPassword: registration.appPassword }),
          ...(registration.tenantId === undefined ? {} : { MicrosoftAppTenantId: registration.tenantId }),
          ...(registration.openIdMetadataUrl === undefined
            ? {}
            : { ToBotFromChannelOpenIdMetadataUrl: registration.openIdMetadataUrl, ...publicCloud }),
        },
        undefined,
        undefined,
        undefined,
        { httpClient: createConnectorHttp(connectorTimeoutMs) },
      ),
    )
    this.#appId = registration.appId ?? ''
  }

  /**
   * Checks who sends an activity and runs the logic.
   * @param authorization the header as it came, empty when there was none
   * @returns what to answer; undefined = 200 without a body
   * @throws botbuilder's AuthenticationError before the logic begins; whatever the logic throws
   */
  receive(authorization: string, activity: Activity, logic: TurnLogic): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic)
  }

  /** Goes on with a conversation outside a request. */
  resume(reference: Partial<ConversationReference>, logic: TurnLogic): Promise<void> {
    return this.continueConversationAsync(this.#appId, reference, async (context) => {
      // Otherwise replies would answer the made-up event that botbuilder begins such a turn with.
      if (reference.activityId !== undefined) context.activity.id = reference.activityId
      await logic(context)
    })
  }
}

/** botbuilder wants either none of these or all. Source: botframework-connector, botFrameworkAuthenticationFactory. */
const publicCloud = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromEmulatorOpenIdMetadataUrl:
    'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
}

/** Every variable of the product, whichever process reads it. The table for users is docs/configuration.md. */
export const VARIABLE_NAMES = [
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'LOG_LEVEL',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'ALIVEMCP_DATA_DIR',
  'ALIVEMCP_REGIONS',
  'ALIVEMCP_REGION',
  'ALIVEMCP_SECRET_KEY',
  'ALIVEMCP_SECRET_KEY_FILE',
  'ALIVEMCP_EGRESS_ALLOW',
  'ALIVEMCP_BOOTSTRAP_EMAIL',
  'ALIVEMCP_BOOTSTRAP_PASSWORD',
  'ALIVEMCP_BOOTSTRAP_API_KEY',
  'ALIVEMCP_SIGNUP',
  'ALIVEMCP_ANCHORS',
  'ALIVEMCP_BUFFER_MB',
  'ALIVEMCP_DEADMAN_URL',
] as const;

export type VariableName = (typeof VARIABLE_NAMES)[number];

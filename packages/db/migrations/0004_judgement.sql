ALTER TABLE "server" ADD COLUMN "sensitivity" text DEFAULT 'balanced' NOT NULL;--> statement-breakpoint
ALTER TABLE "server" ADD COLUMN "latency_budget_ms" integer DEFAULT 2000 NOT NULL;--> statement-breakpoint
ALTER TABLE "server_state" ADD COLUMN "flapping_since" timestamp (3) with time zone;
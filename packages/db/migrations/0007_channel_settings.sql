DROP INDEX "delivery_due_idx";--> statement-breakpoint
ALTER TABLE "channel" ALTER COLUMN "url" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "channel" ALTER COLUMN "secret_sealed" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "template" text;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "target" text;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "settings_sealed" text;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "failing_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "last_failed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "channel" ADD COLUMN "failure_told_days" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "merged_into" text;--> statement-breakpoint
CREATE INDEX "delivery_waiting_idx" ON "delivery" USING btree ("workspace_id","channel_id","next_attempt_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "delivery_leased_idx" ON "delivery" USING btree ("workspace_id","channel_id","lease_until") WHERE state = 'pending' and lease_until is not null;--> statement-breakpoint
CREATE INDEX "delivery_failed_idx" ON "delivery" USING btree ("workspace_id","channel_id","created_at") WHERE state = 'failed';
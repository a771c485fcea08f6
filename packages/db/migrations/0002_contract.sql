CREATE TABLE "surface_snapshot" (
	"workspace_id" text NOT NULL,
	"hash" text NOT NULL,
	"algorithm" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "surface_snapshot_workspace_id_hash_pk" PRIMARY KEY("workspace_id","hash")
);
--> statement-breakpoint
CREATE TABLE "tool_deprecation" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"tool" text NOT NULL,
	"marked_at" timestamp (3) with time zone NOT NULL,
	"since" text,
	"promised_until" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "tool_deprecation_workspace_id_server_id_tool_pk" PRIMARY KEY("workspace_id","server_id","tool")
);
--> statement-breakpoint
ALTER TABLE "drift" ADD COLUMN "risks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "drift" ADD COLUMN "removals" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "drift" ADD COLUMN "tokens_before" integer;--> statement-breakpoint
ALTER TABLE "drift" ADD COLUMN "tokens_after" integer;--> statement-breakpoint
ALTER TABLE "drift" ADD COLUMN "accepted_note" text;--> statement-breakpoint
ALTER TABLE "tool_snapshot" ADD COLUMN "tokens" integer;--> statement-breakpoint
ALTER TABLE "server" ADD COLUMN "auto_accept" text;--> statement-breakpoint
ALTER TABLE "server" ADD COLUMN "alternate_client" text;--> statement-breakpoint
ALTER TABLE "server_region" ADD COLUMN "surface_hash" text;--> statement-breakpoint
ALTER TABLE "server_region" ADD COLUMN "surface_run" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "server_state" ADD COLUMN "tools_profile" text;--> statement-breakpoint
ALTER TABLE "server_state" ADD COLUMN "surface_hash" text;--> statement-breakpoint
ALTER TABLE "server_state" ADD COLUMN "unsettled" jsonb;--> statement-breakpoint
ALTER TABLE "server_state" ADD COLUMN "by_client" jsonb;--> statement-breakpoint
ALTER TABLE "server_state" ADD COLUMN "truth" jsonb;--> statement-breakpoint
ALTER TABLE "server_state" ADD COLUMN "truth_checked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "surface_snapshot" ADD CONSTRAINT "surface_snapshot_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_deprecation" ADD CONSTRAINT "tool_deprecation_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drift_open_idx" ON "drift" USING btree ("workspace_id","server_id") WHERE accepted_at is null;
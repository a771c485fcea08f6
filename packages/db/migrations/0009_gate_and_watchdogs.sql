CREATE TABLE "gate" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"server_id" text NOT NULL,
	"state" text NOT NULL,
	"timeout_ms" integer NOT NULL,
	"expect_hash" text,
	"expect_version" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deadline_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"round" integer NOT NULL,
	"round_at" timestamp (3) with time zone NOT NULL,
	"next_round_at" timestamp (3) with time zone,
	"good_rounds" integer DEFAULT 0 NOT NULL,
	"asked" text[] NOT NULL,
	"sightings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"unmet" jsonb NOT NULL,
	CONSTRAINT "gate_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "expiry_notice" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"kind" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"hours_before" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "expiry_notice_workspace_id_server_id_kind_expires_at_hours_before_pk" PRIMARY KEY("workspace_id","server_id","kind","expires_at","hours_before")
);
--> statement-breakpoint
CREATE TABLE "server_certificate" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"region" text NOT NULL,
	"valid_to" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "server_certificate_workspace_id_server_id_region_pk" PRIMARY KEY("workspace_id","server_id","region")
);
--> statement-breakpoint
ALTER TABLE "gate" ADD CONSTRAINT "gate_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expiry_notice" ADD CONSTRAINT "expiry_notice_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "server_certificate" ADD CONSTRAINT "server_certificate_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gate_waiting_idx" ON "gate" USING btree ("workspace_id","server_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "gate_created_idx" ON "gate" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "gate_server_idx" ON "gate" USING btree ("workspace_id","server_id","created_at");--> statement-breakpoint
CREATE INDEX "server_certificate_valid_to_idx" ON "server_certificate" USING btree ("valid_to");
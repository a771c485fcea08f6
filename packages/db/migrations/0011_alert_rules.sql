CREATE TABLE "alert_rule" (
	"workspace_id" text NOT NULL,
	"server_id" text,
	"routes" jsonb NOT NULL,
	"after_ms" integer NOT NULL,
	"remind_every_ms" integer,
	"escalate_after_ms" integer,
	"escalate_channel_id" text,
	"quiet_hours" jsonb,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "alert_rule_one_key" UNIQUE NULLS NOT DISTINCT("workspace_id","server_id")
);
--> statement-breakpoint
CREATE TABLE "incident_notice" (
	"workspace_id" text NOT NULL,
	"incident_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "incident_notice_workspace_id_incident_id_kind_number_pk" PRIMARY KEY("workspace_id","incident_id","kind","number")
);
--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "held_for" text;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "cancelled_for" text;--> statement-breakpoint
ALTER TABLE "server" ADD COLUMN "muted_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alert_rule" ADD CONSTRAINT "alert_rule_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_rule" ADD CONSTRAINT "alert_rule_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_notice" ADD CONSTRAINT "incident_notice_workspace_id_incident_id_incident_workspace_id_id_fk" FOREIGN KEY ("workspace_id","incident_id") REFERENCES "public"."incident"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_storm_idx" ON "delivery" USING btree ("workspace_id","held_until") WHERE state = 'pending' and held_for = 'storm';--> statement-breakpoint
CREATE INDEX "event_type_idx" ON "event" USING btree ("workspace_id","type","at");
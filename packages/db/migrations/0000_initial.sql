CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"hint" text NOT NULL,
	"key_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_key_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"target" text NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "audit_log_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"workspace_id" text NOT NULL,
	"key" text NOT NULL,
	"route" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer,
	"response" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_workspace_id_key_route_pk" PRIMARY KEY("workspace_id","key","route")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"workspace_id" text NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_workspace_id_account_id_pk" PRIMARY KEY("workspace_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"workspace_id" text NOT NULL,
	"account_id" text NOT NULL,
	"token_hash" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setup_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workspace" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"secret_sealed" text NOT NULL,
	"previous_secret_sealed" text,
	"previous_secret_until" timestamp (3) with time zone,
	"events" text[],
	"enabled" boolean DEFAULT true NOT NULL,
	"disabled_reason" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channel_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"event_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"lease_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "delivery_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "delivery_attempt" (
	"workspace_id" text NOT NULL,
	"delivery_id" text NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"address" text,
	"status" integer,
	"error" text,
	"response_body" text,
	CONSTRAINT "delivery_attempt_workspace_id_delivery_id_number_pk" PRIMARY KEY("workspace_id","delivery_id","number")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"server_id" text,
	"incident_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "drift" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"server_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"class" text NOT NULL,
	"version_verdict" text NOT NULL,
	"from_hash" text NOT NULL,
	"to_hash" text NOT NULL,
	"from_version" text,
	"to_version" text,
	"regions" text[] NOT NULL,
	"summary" text NOT NULL,
	"changes" jsonb NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" text,
	CONSTRAINT "drift_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "tool_snapshot" (
	"workspace_id" text NOT NULL,
	"hash" text NOT NULL,
	"algorithm" text NOT NULL,
	"contract_hash" text NOT NULL,
	"presentation_hash" text NOT NULL,
	"count" integer NOT NULL,
	"tools" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tool_snapshot_workspace_id_hash_pk" PRIMARY KEY("workspace_id","hash")
);
--> statement-breakpoint
CREATE TABLE "tool_version" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"hash" text NOT NULL,
	"era" text NOT NULL,
	"server_version" text,
	"replaced_at" timestamp (3) with time zone,
	CONSTRAINT "tool_version_workspace_id_server_id_first_seen_at_pk" PRIMARY KEY("workspace_id","server_id","first_seen_at")
);
--> statement-breakpoint
CREATE TABLE "incident" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"server_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"class" text,
	"summary" text,
	"regions" text[] NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"detected_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "incident_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "incident_update" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"incident_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"body" text NOT NULL,
	"author" text NOT NULL,
	CONSTRAINT "incident_update_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "latency_hour" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"region" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"phase" text NOT NULL,
	"buckets" smallint[] NOT NULL,
	"counts" integer[] NOT NULL,
	CONSTRAINT "latency_hour_workspace_id_server_id_hour_region_phase_pk" PRIMARY KEY("workspace_id","server_id","hour","region","phase")
);
--> statement-breakpoint
CREATE TABLE "probe_failure" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"region" text NOT NULL,
	"scheduled_at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"class" text NOT NULL,
	"summary" text NOT NULL,
	"transcript" jsonb,
	CONSTRAINT "probe_failure_workspace_id_server_id_region_scheduled_at_reason_pk" PRIMARY KEY("workspace_id","server_id","region","scheduled_at","reason")
);
--> statement-breakpoint
CREATE TABLE "probe_request" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"server_id" text NOT NULL,
	"region" text NOT NULL,
	"reason" text NOT NULL,
	"scheduled_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"dispatched_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "probe_request_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "probe_result" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"region" text NOT NULL,
	"scheduled_at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"posture" text NOT NULL,
	"class" text,
	"duration_ms" integer NOT NULL,
	"latency_ms" integer,
	"phases" jsonb NOT NULL,
	"protocol" jsonb,
	"tools_hash" text,
	"tools_count" integer,
	"attempts" smallint NOT NULL,
	"suspect" boolean NOT NULL,
	CONSTRAINT "probe_result_workspace_id_server_id_region_scheduled_at_reason_pk" PRIMARY KEY("workspace_id","server_id","region","scheduled_at","reason")
) PARTITION BY RANGE ("scheduled_at");
--> statement-breakpoint
CREATE TABLE "prober" (
	"id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"version" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "server" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"url" text NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"public" boolean NOT NULL,
	"interval_ms" integer NOT NULL,
	"transport" text NOT NULL,
	"auth_type" text NOT NULL,
	"auth_sealed" text,
	"auth_set_at" timestamp (3) with time zone,
	"auth_expires_at" timestamp (3) with time zone,
	"expectations" jsonb NOT NULL,
	"tags" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "server_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "server_region" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"region" text NOT NULL,
	"interval_s" integer NOT NULL,
	"slot" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"outcome" text,
	"posture" text,
	"class" text,
	"summary" text,
	"latency_ms" integer,
	"checked_at" timestamp (3) with time zone,
	"run_since" timestamp (3) with time zone,
	"run_length" integer DEFAULT 0 NOT NULL,
	"tools_hash" text,
	"tools_run" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "server_region_workspace_id_server_id_region_pk" PRIMARY KEY("workspace_id","server_id","region")
);
--> statement-breakpoint
CREATE TABLE "server_state" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"status" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"sequence" integer NOT NULL,
	"posture" text,
	"class" text,
	"summary" text,
	"confirming_since" timestamp (3) with time zone,
	"advisory_regions" text[] DEFAULT '{}' NOT NULL,
	"advisory_since" timestamp (3) with time zone,
	"protocol" jsonb,
	"server_name" text,
	"server_version" text,
	"tools_hash" text,
	"tools_count" integer,
	"tools_era" text,
	"tools_version" text,
	"tools_changed_at" timestamp (3) with time zone,
	CONSTRAINT "server_state_workspace_id_server_id_pk" PRIMARY KEY("workspace_id","server_id")
);
--> statement-breakpoint
CREATE TABLE "transition" (
	"workspace_id" text NOT NULL,
	"server_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"class" text,
	"failing_regions" text[] NOT NULL,
	"sighted_regions" text[] NOT NULL,
	CONSTRAINT "transition_workspace_id_server_id_sequence_pk" PRIMARY KEY("workspace_id","server_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency" ADD CONSTRAINT "idempotency_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_workspace_id_account_id_membership_workspace_id_account_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."membership"("workspace_id","account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel" ADD CONSTRAINT "channel_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_workspace_id_event_id_event_workspace_id_id_fk" FOREIGN KEY ("workspace_id","event_id") REFERENCES "public"."event"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_workspace_id_channel_id_channel_workspace_id_id_fk" FOREIGN KEY ("workspace_id","channel_id") REFERENCES "public"."channel"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_workspace_id_delivery_id_delivery_workspace_id_id_fk" FOREIGN KEY ("workspace_id","delivery_id") REFERENCES "public"."delivery"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drift" ADD CONSTRAINT "drift_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_snapshot" ADD CONSTRAINT "tool_snapshot_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_version" ADD CONSTRAINT "tool_version_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_version" ADD CONSTRAINT "tool_version_workspace_id_hash_tool_snapshot_workspace_id_hash_fk" FOREIGN KEY ("workspace_id","hash") REFERENCES "public"."tool_snapshot"("workspace_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_update" ADD CONSTRAINT "incident_update_workspace_id_incident_id_incident_workspace_id_id_fk" FOREIGN KEY ("workspace_id","incident_id") REFERENCES "public"."incident"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "latency_hour" ADD CONSTRAINT "latency_hour_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "probe_failure" ADD CONSTRAINT "probe_failure_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "probe_request" ADD CONSTRAINT "probe_request_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "server" ADD CONSTRAINT "server_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "server_region" ADD CONSTRAINT "server_region_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "server_state" ADD CONSTRAINT "server_state_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transition" ADD CONSTRAINT "transition_workspace_id_server_id_server_workspace_id_id_fk" FOREIGN KEY ("workspace_id","server_id") REFERENCES "public"."server"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_email_key" ON "account" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "idempotency_created_at_idx" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "session_expires_at_idx" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_once_key" ON "delivery" USING btree ("workspace_id","event_id","channel_id");--> statement-breakpoint
CREATE INDEX "delivery_due_idx" ON "delivery" USING btree ("next_attempt_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "delivery_created_idx" ON "delivery" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "event_incident_idx" ON "event" USING btree ("workspace_id","incident_id");--> statement-breakpoint
CREATE INDEX "event_created_at_idx" ON "event" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "drift_server_at_idx" ON "drift" USING btree ("workspace_id","server_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "incident_one_open_key" ON "incident" USING btree ("workspace_id","server_id","kind") WHERE resolved_at is null and kind <> 'manual';--> statement-breakpoint
CREATE INDEX "incident_opened_idx" ON "incident" USING btree ("workspace_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "incident_update_incident_idx" ON "incident_update" USING btree ("workspace_id","incident_id","at");--> statement-breakpoint
CREATE INDEX "probe_request_waiting_idx" ON "probe_request" USING btree ("created_at") WHERE dispatched_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "server_url_key" ON "server" USING btree ("workspace_id","url");--> statement-breakpoint
CREATE UNIQUE INDEX "server_slug_key" ON "server" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "server_created_idx" ON "server" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "server_region_wheel_idx" ON "server_region" USING btree ("region","interval_s","slot") WHERE active;--> statement-breakpoint
CREATE INDEX "transition_at_idx" ON "transition" USING btree ("workspace_id","server_id","at");--> statement-breakpoint
-- Hot rows are rewritten once a probe: room for HOT updates, and a vacuum that keeps up.
ALTER TABLE "server_state" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);--> statement-breakpoint
ALTER TABLE "server_region" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

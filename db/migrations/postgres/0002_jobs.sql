CREATE TABLE "job" (
	"name" text PRIMARY KEY NOT NULL,
	"next_run_at" text NOT NULL,
	"lease_owner" text,
	"lease_until" text,
	"attempts" integer NOT NULL,
	"last_ended_at" text,
	"last_outcome" text,
	"last_error" text
);
--> statement-breakpoint
CREATE INDEX "idempotency_key_created" ON "idempotency_key" USING btree ("created_at");